using HyperTune.Pruning.Percentile;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>Stops a trial whose best report so far is worse than the median of what completed trials reported at the same step.</summary>
    /// <remarks>
    /// Good where early values rank configs as late ones do; where they mislead, it stops the best trials too: then raise
    /// <paramref name="warmupSteps"/> to a third of the steps. Reference: D. Golovin et al., "Google Vizier: a service for black-box optimization",
    /// KDD 2017, section 3.2.2.
    /// </remarks>
    /// <inheritdoc cref="Percentile(double, int, int, int, int)"/>
    public static Pruner Median(int startupTrials = 5, int warmupSteps = 0, int interval = 1, int minimumTrials = 1)
        => new PercentilePruner(50, startupTrials, warmupSteps, interval, minimumTrials);

    /// <summary>Stops a trial whose best report so far is worse than a percentile of what completed trials reported at the same step.</summary>
    /// <remarks>A trial whose reports are all NaN is stopped too, once enough trials have completed; NaN reports of completed trials are left out.</remarks>
    /// <param name="percentile">
    /// The best share of completed trials, in percent, that a trial must be among to go on: 25 keeps what is as good as the best quarter. From 0 to 100.
    /// </param>
    /// <param name="startupTrials">No trial is stopped before this many have completed, nor before the first has; at least 0.</param>
    /// <param name="warmupSteps">No trial is stopped before this step; at least 0.</param>
    /// <param name="interval">Trials are judged once in every this many steps, counted from the warm-up, at the first report among them; at least 1.</param>
    /// <param name="minimumTrials">A step is judged once this many completed trials have reported it; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Pruner Percentile(double percentile = 25, int startupTrials = 5, int warmupSteps = 0, int interval = 1, int minimumTrials = 1)
        => new PercentilePruner(percentile, startupTrials, warmupSteps, interval, minimumTrials);
}
