using HyperTune.Pruning.Hyperband;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>
    /// Hyperband: several brackets of successive halving at once, from one that stops trials very early to one that lets them run to the end, because
    /// nobody knows in advance how well early values rank configs.
    /// </summary>
    /// <remarks>
    /// Each trial belongs to one bracket, which follows from the study's name and the trial's number, and competes in it alone. The strategy learns
    /// from the trials of all brackets. There is no rung at the end: the steps from <paramref name="maximumResource"/> - 1 on, the last one whether
    /// steps are counted from 0 or from 1, stop no trial.
    /// Reference: L. Li et al., "Hyperband: a novel bandit-based approach to hyperparameter optimization", JMLR 18, 2018.
    /// </remarks>
    /// <param name="minimumResource">The step of the earliest rung; at least 1.</param>
    /// <param name="maximumResource">
    /// How many steps a trial that runs to its end takes; at least <paramref name="minimumResource"/>. <see langword="null"/>, the default: as many
    /// as the first trial to complete took; no trial is stopped before that one completes.
    /// </param>
    /// <param name="reductionFactor">One in this many trials passes a rung, and the next rung lies this many times further on; at least 2.</param>
    /// <param name="bootstrapTrials">How many of the first trials to reach a rung are stopped there, for others to be compared with; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="bootstrapTrials"/> is given without <paramref name="maximumResource"/>.</exception>
    public static Pruner Hyperband(int minimumResource = 1, int? maximumResource = null, int reductionFactor = 3, int bootstrapTrials = 0)
        => new HyperbandPruner(minimumResource, maximumResource, reductionFactor, bootstrapTrials);
}
