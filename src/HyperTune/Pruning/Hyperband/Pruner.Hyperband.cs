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
    /// <param name="bracketWeights">
    /// How many of the trials each bracket gets, in proportion, the one with the earliest rung first: for instance <c>[0, 1, 1, 1]</c> where the first rung is known to
    /// mislead. One weight a bracket, and there are 1 + floor(log(<paramref name="maximumResource"/> / <paramref name="minimumResource"/>) to the base of
    /// <paramref name="reductionFactor"/>) of them; finite, at least 0, and not all 0. <see langword="null"/>, the default: those of the paper, under which all brackets
    /// make about equally many steps.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="bootstrapTrials"/> or <paramref name="bracketWeights"/> are given without <paramref name="maximumResource"/>, or there are not as many weights as
    /// brackets.
    /// </exception>
    public static Pruner Hyperband(
        int minimumResource = 1,
        int? maximumResource = null,
        int reductionFactor = 3,
        int bootstrapTrials = 0,
        IReadOnlyList<double>? bracketWeights = null)
        => new HyperbandPruner(minimumResource, maximumResource, reductionFactor, bootstrapTrials, bracketWeights);
}
