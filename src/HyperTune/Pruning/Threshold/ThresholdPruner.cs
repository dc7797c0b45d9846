using HyperTune.Text;

namespace HyperTune.Pruning.Threshold;

/// <summary>Stops trials that report a value outside fixed bounds.</summary>
internal sealed class ThresholdPruner : Pruner
{
    private readonly double _lower;
    private readonly double _upper;
    private readonly PruningSchedule _schedule;

    public ThresholdPruner(double? lower, double? upper, int warmupSteps, int interval)
    {
        if (lower is null && upper is null)
        {
            throw new ArgumentException("A threshold needs a lower bound, an upper bound or both.", nameof(lower));
        }

        ThrowIfNaN(lower, nameof(lower));
        ThrowIfNaN(upper, nameof(upper));
        if (upper < lower)
        {
            throw new ArgumentOutOfRangeException(
                nameof(upper), upper, $"The upper bound must be at least the lower one, {NumberFormat.Invariant(lower.GetValueOrDefault())}.");
        }

        _lower = lower ?? double.NegativeInfinity;
        _upper = upper ?? double.PositiveInfinity;
        _schedule = new PruningSchedule(warmupSteps, interval);
    }

    public override string ToString()
        => $"Threshold({Interval.Describe(_lower, _upper)}, warm-up {_schedule.WarmupSteps}, interval {_schedule.Interval})";

    public override PrunerRun Start(PrunerContext context) => new Run(this);

    private static void ThrowIfNaN(double? bound, string name)
    {
        if (bound is double.NaN)
        {
            throw new ArgumentOutOfRangeException(name, bound, "The bound must be a number.");
        }
    }

    private sealed class Run(ThresholdPruner settings) : PrunerRun
    {
        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
            => settings._schedule.IsDue(reports) && reports[^1].Value is var value && !(value >= settings._lower && value <= settings._upper);
    }
}
