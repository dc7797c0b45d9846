using System.Text;
using HyperTune.Metrics;
using HyperTune.Numerics.Pareto;
using HyperTune.Studies;
using HyperTune.Text;

namespace HyperTune;

/// <summary>What a study with several metrics knew at one moment; it does not change when the study goes on.</summary>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
public sealed partial class StudyResult<T, TMetrics>
    where TMetrics : struct, IMetrics<TMetrics>
{
    private readonly StudyResult<T> _inner;
    private readonly Lazy<IReadOnlyList<TrialRecord<T, TMetrics>>> _front;

    internal StudyResult(StudyResult<T> inner, TMetrics? reference)
    {
        _inner = inner;
        Reference = reference;
        Trials = new TypedTrialList<T, TMetrics>(inner.Trials);
        _front = new(() => [.. inner.Front.Select(number => Trials[number])]);
    }

    /// <summary>The study's name.</summary>
    public string StudyName => _inner.StudyName;

    /// <summary>The seed, given or chosen; with it the study can be repeated.</summary>
    public long Seed => _inner.Seed;

    /// <summary>The strategy's name and settings.</summary>
    public string Strategy => _inner.Strategy;

    /// <summary>What the strategy decided and why; <see langword="null"/> where it has nothing to say.</summary>
    public string? StrategyExplanation => _inner.StrategyExplanation;

    /// <inheritdoc cref="StudyResult{T}.PrunerExplanation"/>
    public string? PrunerExplanation => _inner.PrunerExplanation;

    /// <inheritdoc cref="StudyResult{T}.Notes"/>
    public IReadOnlyDictionary<string, string> Notes => _inner.Notes;

    /// <summary>All trials, in the order of their numbers. The records are made when they are read: keep one that you need often.</summary>
    public IReadOnlyList<TrialRecord<T, TMetrics>> Trials { get; }

    /// <summary>The completed trials whose configs are in the current search space and that were not taken out, in the order of their numbers.</summary>
    public IEnumerable<TrialRecord<T, TMetrics>> Completed => Trials.Where(static trial => trial.State == TrialState.Completed && trial.Fits && !trial.IsExcluded);

    /// <summary>
    /// The completed trials that keep all limits and that no other such trial beats: none is at least as good in every objective and better in one.
    /// They are in the order of their numbers; of equal ones only the first. Empty when no trial completed within the limits (see
    /// <see cref="Nearest"/>).
    /// </summary>
    public IReadOnlyList<TrialRecord<T, TMetrics>> ParetoFront => _front.Value;

    /// <summary>While no trial keeps the limits, the one that breaks them least; otherwise <see langword="null"/>.</summary>
    public TrialRecord<T, TMetrics>? Nearest => _inner.NearestNumber < 0 ? null : Trials[_inner.NearestNumber];

    /// <summary>Why the last run ended; <see cref="StopReason.NotStopped"/> when none has.</summary>
    public StopReason StopReason => _inner.StopReason;

    /// <inheritdoc cref="StudyResult{T}.RunningElsewhere"/>
    public int RunningElsewhere => _inner.RunningElsewhere;

    /// <inheritdoc cref="StudyResult{T}.Duration"/>
    public TimeSpan Duration => _inner.Duration;

    /// <summary>The reference of the hypervolume that the study was created with; <see langword="null"/> where it has none.</summary>
    public TMetrics? Reference { get; }

    internal StudyResult<T> Inner => _inner;

    /// <summary>
    /// How much the front has reached: the volume of all metrics that are worse than some trial of the front and better than a reference, in the product of
    /// the objectives' units. It grows with every improvement of the front; 0 where nothing is better than the reference in everything.
    /// </summary>
    /// <param name="reference">Metrics that are worse than anything of interest; only the objectives are looked at.</param>
    /// <exception cref="ArgumentException">An objective of the reference is not finite.</exception>
    public double Hypervolume(TMetrics reference)
    {
        double[] point = MetricsVector.Reference(reference);
        return Numerics.Pareto.Hypervolume.Of(ParetoFront.Select(static trial => trial.Losses), point);
    }

    /// <summary>How the front grew: for each trial, what <see cref="Hypervolume"/> is of the trials up to its number.</summary>
    /// <param name="reference">Metrics that are worse than anything of interest; only the objectives are looked at.</param>
    /// <returns>One volume a trial, in the order of their numbers.</returns>
    /// <exception cref="ArgumentException">An objective of the reference is not finite.</exception>
    public IReadOnlyList<double> HypervolumeHistory(TMetrics reference)
    {
        double[] point = MetricsVector.Reference(reference);
        List<double[]> front = [];
        double[] volumes = new double[Trials.Count];
        double volume = 0;
        for (int number = 0; number < volumes.Length; number++)
        {
            TrialRecord<T, TMetrics> trial = Trials[number];
            if (trial.IsFeasible && trial.Fits && !trial.IsExcluded && trial.Losses is var losses && !front.Exists(other => Domination.IsNowhereWorse(other, losses)))
            {
                front.RemoveAll(other => Domination.Dominates(losses, other));
                front.Add(losses);
                volume = Numerics.Pareto.Hypervolume.Of(front, point);
            }

            volumes[number] = volume;
        }

        return volumes;
    }

    /// <summary>The counts and the front's size in one line; with one objective, the best trial instead of the size.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"Study '{Printable.Of(StudyName)}': {Trials.Count} trial{(Trials.Count == 1 ? "" : "s")}");
        if (ParetoFront.Count > 0 && TMetrics.Metrics.Objectives.Length == 1)
        {
            text.Append($", best observed {ParetoFront[0]}");
        }
        else if (ParetoFront.Count > 0)
        {
            text.Append($", {ParetoFront.Count} in the front");
        }
        else if (Nearest is { } nearest)
        {
            text.Append($", none within the limits, nearest trial {nearest.Number}");
        }

        return StopReason == StopReason.NotStopped ? text.ToString() : text.Append($", stopped: {StopReason}").ToString();
    }

    /// <summary>Why there is no trial to choose.</summary>
    internal InvalidOperationException NothingToChoose() => new(Nearest is { } nearest
        ? $"No trial of study '{Printable.Of(StudyName)}' keeps the limits. Nearest comes trial {nearest.Number}: {string.Join(", ", Breaches(nearest))}."
        : _inner.NothingCompleted());

    private static IEnumerable<string> Breaches(TrialRecord<T, TMetrics> trial)
    {
        foreach (Metric metric in TMetrics.Metrics.Limits)
        {
            double value = trial.Inner.Values.Span[metric.Index];
            if (metric.Violation(value) > 0)
            {
                yield return $"{Printable.Of(metric.Name)} is {NumberFormat.Invariant(value)} where it may be "
                    + (value > metric.AtMost || metric.AtLeast == double.NegativeInfinity
                        ? $"at most {NumberFormat.Invariant(metric.AtMost)}"
                        : $"at least {NumberFormat.Invariant(metric.AtLeast)}");
            }
        }
    }
}
