using HyperTune.Metrics;
using HyperTune.Trials;

namespace HyperTune.State;

/// <summary>
/// All trials of a study, as numbers: about 140 bytes for a trial of 10 parameters. What few trials have lies in side tables. Not safe for concurrent use.
/// </summary>
internal sealed partial class TrialTable
{
    // A report that belongs further back waits until somebody looks: to make room for each would cost the square of their number.
    private const int MostMoved = 1024;

    private readonly SearchSpace _space;
    private readonly MetricsDescriptor _metrics;
    private readonly RowStore _vectors;
    private readonly RowStore _values;
    private readonly RowStore _losses;
    private readonly ChunkedList<TrialEntry> _entries = new();
    private readonly ChunkedList<int> _ended = new();
    private readonly Dictionary<int, StoredOutcome> _details = [];
    private readonly Dictionary<int, double> _violations = [];
    private readonly Dictionary<int, RecordedValue[]> _records = [];
    private readonly Dictionary<int, double> _costs = [];
    private readonly int[] _counts = new int[TrialStates.Count];

    public TrialTable(SearchSpace space, MetricsDescriptor metrics)
    {
        _space = space;
        _metrics = metrics;
        _vectors = new RowStore(space.DimensionCount);
        _values = new RowStore(metrics.All.Length);

        // Where the values are the losses, they are kept once.
        _losses = metrics.All.All(static metric => metric.Direction == OptimizationDirection.Minimize) ? _values : new RowStore(metrics.Objectives.Length);
        Front = new ParetoFront(_losses);
    }

    public int Count => _entries.Count;

    /// <summary>How many ends are known: all end indices are below it. An end that was taken back has one, and so has the taking back.</summary>
    public int EndedCount => _ended.Count;

    /// <summary>How many trials have ended.</summary>
    public int FinishedCount => Count - CountOf(TrialState.Running) - CountOf(TrialState.Waiting);

    /// <summary>How many trials came from another study.</summary>
    public int ImportedCount { get; private set; }

    /// <summary>How many trials wait for a retry after a failure.</summary>
    public int RetryingCount { get; set; }

    /// <summary>How many trials of this study have ever run, but for those that wait to be run again for another reason than a failed attempt.</summary>
    public int StartedCount => Count - ImportedCount - CountOf(TrialState.Waiting) + RetryingCount;

    /// <summary>How many trials of this study have completed, but for those that were taken out.</summary>
    public int CompletedCount { get; private set; }

    /// <summary>How many completed trials do not fit the space, so that they are in no front.</summary>
    public int CompletedMisfits { get; private set; }

    /// <summary>The best completed trials that fit the space and keep the limits.</summary>
    public ParetoFront Front { get; }

    /// <summary>What the trials of this study have cost, failed attempts included.</summary>
    public double TotalCost { get; private set; }

    /// <summary>How much the scores of folds depend on each other (<see cref="ScorePlan.Ratio"/>).</summary>
    public double ValidationRatio { get; set; }

    /// <summary>The failure that came last; <see langword="null"/> when no trial failed.</summary>
    public StoredOutcome? LastFailure { get; private set; }

    public int CountOf(TrialState state) => _counts[(int)state];

    public ReadOnlyMemory<double> Vector(int number) => _vectors[number];

    /// <summary>The vector to be written; only while nobody has been shown it.</summary>
    public Span<double> OpenVector(int number) => _vectors[number].Span;

    /// <summary>Where a trial stands.</summary>
    public TrialState StateOf(int number) => _entries[number].State;

    /// <summary>What is kept of a trial, its reports in the order of their steps.</summary>
    public ref TrialEntry Entry(int number)
    {
        ref TrialEntry entry = ref _entries[number];
        if (entry.Is(TrialFlags.IsUnordered))
        {
            Order(ref entry);
        }

        return ref entry;
    }

    /// <summary>The raw value of each metric; not a number where there is none.</summary>
    public ReadOnlyMemory<double> Values(int number) => _values[number];

    /// <summary>The objectives, smaller is better; not a number where there is none.</summary>
    public ReadOnlySpan<double> Losses(int number) => _losses[number].Span;

    /// <summary>The raw value of the first objective; not a number where there is none.</summary>
    public double Value(int number) => _values[number].Span[_metrics.Objectives[0].Index];

    /// <summary>What is kept of an outcome beside its values; <see langword="null"/> where that is nothing.</summary>
    public StoredOutcome? Details(int number) => _details.GetValueOrDefault(number);

    /// <summary>What a trial has cost in all its attempts; <see langword="null"/> where it did not say.</summary>
    public double? CostOf(int number) => _costs.TryGetValue(number, out double cost) ? cost : null;

    /// <summary>Whether a trial found that its config cannot be used.</summary>
    public bool IsInfeasible(int number) => _entries[number].State == TrialState.Failed && Details(number)?.Cause == FailureCause.Infeasible;

    /// <summary>What a completed trial recorded beside its metrics; <see langword="null"/> for nothing.</summary>
    public RecordedValue[]? Records(int number) => _records.GetValueOrDefault(number);

    /// <summary>The number of the trial that ended as number <paramref name="endIndex"/> of all; where its entry has another end index, not any more.</summary>
    public int EndedNumber(int endIndex) => _ended[endIndex];

    /// <summary>Adds a trial with an empty vector.</summary>
    public void Add(in TrialEntry entry)
    {
        _vectors.Add();
        _values.Add();
        _values[Count].Span.Fill(double.NaN);
        if (_losses != _values)
        {
            _losses.Add();
            _losses[Count].Span.Fill(double.NaN);
        }

        _entries.Add(entry with { EndIndex = int.MaxValue });
        _counts[(int)entry.State]++;
        ImportedCount += entry.Is(TrialFlags.IsImported) ? 1 : 0;
    }

    /// <summary>Lets a waiting trial run, or a running one wait again.</summary>
    public void Move(int number, TrialState state)
    {
        ref TrialEntry entry = ref _entries[number];
        _counts[(int)entry.State]--;
        _counts[(int)state]++;
        entry.State = state;
    }

    /// <summary>Keeps a report, in the place of an earlier one of the same step.</summary>
    public void SetReport(int number, TrialReport report)
    {
        ref TrialEntry entry = ref _entries[number];
        int place = entry.Is(TrialFlags.IsUnordered) ? ~entry.ReportCount : ReportOrder.PlaceOf(report.Step, entry.ReportSpan);
        if (place >= 0)
        {
            entry.Reports![place] = report;
            return;
        }

        place = ~place;
        if (entry.ReportCount - place > MostMoved)
        {
            place = entry.ReportCount;
            entry.Set(TrialFlags.IsUnordered, true);
        }

        if (entry.ReportCount == (entry.Reports?.Length ?? 0))
        {
            Array.Resize(ref entry.Reports, Math.Max(4, entry.ReportCount * 2));
        }

        Array.Copy(entry.Reports!, place, entry.Reports!, place + 1, entry.ReportCount - place);
        entry.Reports![place] = report;
        entry.ReportCount++;
    }

    public bool HasReport(int number, int step) => ReportOrder.PlaceOf(step, Entry(number).ReportSpan) >= 0;

    /// <summary>Forgets the reports of an attempt that was cut short.</summary>
    public void DropReports(int number)
    {
        ref TrialEntry entry = ref _entries[number];
        entry.ReportCount = 0;
        entry.Set(TrialFlags.IsUnordered, false);
    }

    /// <summary>By how much the trial breaks the limits in sum; 0 when it keeps them.</summary>
    public double Violation(int number) => _violations.GetValueOrDefault(number);

    /// <summary>The end of a trial as strategies see it.</summary>
    public TrialResult Result(int number)
    {
        ref readonly TrialEntry entry = ref _entries[number];
        ReadOnlyMemory<double> losses = _losses[number];
        bool isPruned = entry.State == TrialState.Pruned;
        return new TrialResult
        {
            Number = number,
            Vector = _vectors[number],
            IsGiven = entry.Is(TrialFlags.IsEnqueued | TrialFlags.IsImported),
            State = entry.State,
            Values = AreKnown(losses.Span) ? losses : default,
            Violation = Violation(number),
            Excess = _metrics.Limits.Length > 0 && entry.State == TrialState.Completed ? _metrics.Excess(_values[number].Span) : default,
            LastStep = isPruned && entry.ReportCount > 0 ? entry.ReportSpan[^1].Step : 0,
            Duration = new TimeSpan(entry.Duration),
            Gradient = _details.Count > 0 && Details(number)?.Gradient is { } gradient ? UnitGradient(number, gradient) : default,
        };
    }

    private static bool AreKnown(ReadOnlySpan<double> losses)
    {
        foreach (double loss in losses)
        {
            if (!double.IsFinite(loss))
            {
                return false;
            }
        }

        return true;
    }

    private static void Order(ref TrialEntry entry)
    {
        entry.ReportCount = ReportOrder.Sort(entry.Reports!, entry.ReportCount);
        entry.Set(TrialFlags.IsUnordered, false);
    }

    // The chain rule: of the loss by the raw value, of that by the vector's value, of that by the unit coordinate.
    private double[] UnitGradient(int number, ReadOnlySpan<double> gradient)
    {
        ReadOnlySpan<double> vector = _vectors[number].Span;
        double sign = _metrics.Objectives[0].ToLoss(1);
        double[] unit = new double[gradient.Length];
        foreach (Parameter parameter in _space.Parameters)
        {
            int i = parameter.Index;
            unit[i] = sign * gradient[i] * parameter.Distribution.UnitSlope(parameter.Distribution.ToUnit(vector[i]));
        }

        return unit;
    }

}
