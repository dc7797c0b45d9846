using HyperTune.Pruning.SuccessiveHalving;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>
    /// Asynchronous successive halving: trials meet at rungs, steps that grow by a factor; at each, only the best fraction of all that have reached it so far
    /// goes on.
    /// </summary>
    /// <remarks>
    /// It stops most trials early, and so is the choice where early values rank configs well. A trial is judged once at each rung, by its first report
    /// at or beyond the rung, against the trials that reached the rung earlier. A trial that has not passed a rung stays out. There is no rung at the end:
    /// a trial that has come as far as the longest one that completed is not judged any more, and until one has completed no rung beyond the first
    /// stops a trial while no other has gone further.
    /// References: K. Jamieson and A. Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", AISTATS 2016;
    /// L. Li et al., "A system for massively parallel hyperparameter tuning", MLSys 2020.
    /// </remarks>
    /// <param name="minimumResource">
    /// The step of the first rung; at least 1. <see langword="null"/>, the default: a hundredth of the last step of the first trial to complete,
    /// at least 1; no trial is stopped before that one completes.
    /// </param>
    /// <param name="reductionFactor">One in this many trials passes a rung, and the next rung lies this many times further on; at least 2.</param>
    /// <param name="skippedRungs">How many rungs to leave out at the start, which moves the first one further on; at least 0.</param>
    /// <param name="bootstrapTrials">How many of the first trials to reach a rung are stopped there, for others to be compared with; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="bootstrapTrials"/> is given without <paramref name="minimumResource"/>.</exception>
    public static Pruner SuccessiveHalving(int? minimumResource = null, int reductionFactor = 4, int skippedRungs = 0, int bootstrapTrials = 0)
        => new SuccessiveHalvingPruner(minimumResource, reductionFactor, skippedRungs, bootstrapTrials);
}
