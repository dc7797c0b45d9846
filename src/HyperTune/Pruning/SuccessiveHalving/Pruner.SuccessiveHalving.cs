using HyperTune.Pruning.SuccessiveHalving;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>
    /// Asynchronous successive halving: trials meet at rungs, steps that grow by a factor; at each, only the best fraction of all that came so far
    /// goes on.
    /// </summary>
    /// <remarks>
    /// Stops most trials early and so is the choice where early values rank configs well. A trial is judged once at each rung, by its value at the
    /// first report at or past it, among the trials that reached the rung before. A trial that has not passed stays out. There is no rung at the end:
    /// a trial that has come as far as the longest one that completed is not judged any more, and until one has completed no rung beyond the first
    /// stops a trial while no other has gone further.
    /// References: K. Jamieson and A. Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", AISTATS 2016;
    /// L. Li et al., "A system for massively parallel hyperparameter tuning", MLSys 2020.
    /// </remarks>
    /// <param name="minimumResource">
    /// The step of the first rung; at least 1. <see langword="null"/>, the default: a hundredth of the last step of the trial that completes first,
    /// at least 1; no trial is stopped before that one.
    /// </param>
    /// <param name="reductionFactor">One in so many trials passes a rung, and the next rung lies so many times further; at least 2.</param>
    /// <param name="skippedRungs">How many rungs to leave out at the start, which moves the first one further; at least 0.</param>
    /// <param name="bootstrapTrials">So many trials that reach a rung first are stopped there, to be compared with; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="bootstrapTrials"/> is given without <paramref name="minimumResource"/>.</exception>
    public static Pruner SuccessiveHalving(int? minimumResource = null, int reductionFactor = 4, int skippedRungs = 0, int bootstrapTrials = 0)
        => new SuccessiveHalvingPruner(minimumResource, reductionFactor, skippedRungs, bootstrapTrials);
}
