using HyperTune.Models;

namespace HyperTune.State;

/// <summary>The intermediate values of a study's trials, and what they say of a trial that is stopped. Not safe for concurrent use.</summary>
internal sealed class TrialReports(TrialTable trials, MetricsDescriptor metrics, Metric reported)
{
    private readonly InstanceEffects _instances = new();
    private readonly InstanceErrors _errors = new();

    // Of studies with several metrics, by trial and step; an own table, because every other study has no need of it.
    private readonly Dictionary<int, Dictionary<int, double[]>> _metrics = [];

    /// <summary>The scores of instances that attempts which were cut short had found.</summary>
    public KeptScores Kept { get; } = new();

    /// <summary>Whether reports are values of the first objective.</summary>
    public bool AreOfFirstObjective => reported.Index == metrics.Objectives[0].Index;

    /// <summary>All metrics at the steps where a trial reported them, in ascending order.</summary>
    public IReadOnlyList<ReportedMetrics> MetricsOf(int number)
        => _metrics.TryGetValue(number, out Dictionary<int, double[]>? known)
            ? [.. known.OrderBy(static step => step.Key).Select(static step => new ReportedMetrics(step.Key, step.Value))]
            : [];

    /// <summary>Keeps a report.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="report">The value of the metric that trials report.</param>
    /// <param name="all">All metrics at that step; <see langword="null"/> where they are not known.</param>
    public void Add(int number, TrialReport report, double[]? all)
    {
        trials.SetReport(number, report);
        KeepMetrics(number, report.Step, all);
        if (report.Kind == ReportKind.Instance)
        {
            _instances.Report(number, report.Step, report.Value);
        }
    }

    /// <summary>Forgets the reports of an attempt that was cut short, but for its scores of instances (<see cref="Kept"/>).</summary>
    public void Drop(int number)
    {
        Kept.Keep(number, trials.Entry(number).ReportSpan, _metrics.GetValueOrDefault(number));
        trials.DropReports(number);
        _metrics.Remove(number);
        _instances.Forget(number);
    }

    /// <summary>Takes note that a trial ends in the given state.</summary>
    public void Close(int number, TrialState state)
    {
        Kept.Close(number);

        // What a trial reported before it failed may have diverged, and would spoil the effects for all.
        if (state == TrialState.Failed)
        {
            _instances.Forget(number);
        }
        else
        {
            _instances.Settle(number);
        }

        if (state == TrialState.Completed)
        {
            _errors.Learn(trials.Entry(number).ReportSpan);
        }
    }

    /// <summary>
    /// The standard error of what a trial reported, by what is known of its instances now; <see langword="null"/> where it reported no two, or did not end well.
    /// </summary>
    public double? StandardErrorOf(int number)
    {
        ref readonly TrialEntry entry = ref trials.Entry(number);
        return entry.State is TrialState.Completed or TrialState.Pruned
            ? _errors.Of(entry.ReportSpan, trials.ValidationRatio, isLearnt: entry.State == TrialState.Completed)
            : null;
    }

    /// <summary>
    /// The values of a trial that is stopped now: of its metrics, the reported one has the last report of its progress or, where it reported
    /// instances, what it would average over all instances (<see cref="InstanceEffects"/>). Empty where nothing is known.
    /// </summary>
    public double[] ValuesOfPruned(int number)
    {
        ReadOnlySpan<TrialReport> reports = trials.Entry(number).ReportSpan;
        if (reports.IsEmpty)
        {
            return [];
        }

        bool isInstance = reports[^1].Kind == ReportKind.Instance;
        double value = isInstance ? _instances.ValueOf(number) : reports[^1].Value;
        if (isInstance && double.IsNaN(value))
        {
            return [];
        }

        double[] values = new double[metrics.All.Length];
        Array.Fill(values, double.NaN);
        values[reported.Index] = value;
        return values;
    }

    private void KeepMetrics(int number, int step, double[]? all)
    {
        if (all is null)
        {
            _metrics.GetValueOrDefault(number)?.Remove(step);
            return;
        }

        if (all.Length != metrics.All.Length)
        {
            throw new InvalidDataException($"A trial reported {all.Length} metrics where the study has {metrics.All.Length}.");
        }

        if (!_metrics.TryGetValue(number, out Dictionary<int, double[]>? known))
        {
            _metrics.Add(number, known = []);
        }

        known[step] = all;
    }
}
