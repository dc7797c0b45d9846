using HyperTune.Pruning.Threshold;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>
    /// Stops a trial that reports a value outside fixed bounds, or NaN: for objectives that show when they diverge.
    /// </summary>
    /// <param name="lower">The smallest value that is fine, in the objective's own unit; <see langword="null"/> for none.</param>
    /// <param name="upper">The largest value that is fine; <see langword="null"/> for none. At least <paramref name="lower"/>.</param>
    /// <param name="warmupSteps">No trial is stopped before this step; at least 0.</param>
    /// <param name="interval">Trials are judged once in every this many steps, counted from the warm-up, at the first report among them; at least 1.</param>
    /// <exception cref="ArgumentException">Neither bound is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Pruner Threshold(double? lower = null, double? upper = null, int warmupSteps = 0, int interval = 1)
        => new ThresholdPruner(lower, upper, warmupSteps, interval);
}
