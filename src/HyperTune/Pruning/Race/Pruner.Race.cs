using HyperTune.Pruning.Race;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>
    /// Stops a trial between two folds when it is worse than the best one beyond what chance explains, or has next to no prospect of becoming better: for
    /// cross-validation (<c>trial.CrossValidateAsync</c>), repeats, and other objectives that average over instances which all trials share.
    /// </summary>
    /// <remarks>
    /// <para>
    /// After each fold, the differences d between the trial and the best completed trial on the n folds that the trial has so far are looked at in two ways, k being
    /// the number of folds of the best trial. Their variance s² is drawn towards what is typical of completed trials, which counts like four more folds: that of
    /// three folds alone says little.
    /// </para>
    /// <para>
    /// Worse: t = mean(d) / (s sqrt(1/n + 1/(k - 1))), where the second term is there because the training sets of folds overlap, so that their scores
    /// depend on each other.
    /// Where the differences are skewed, so that t does not follow its distribution, a signed-rank test decides instead. <paramref name="significance"/> is spent in
    /// equal parts on the looks after <paramref name="startupFolds"/> to k - 1 folds: over all of them together, a trial that is as good as the best one is
    /// stopped as worse with at most that probability.
    /// </para>
    /// <para>
    /// Without prospect: the mean of d over all k folds is forecast to be above 0 with mean(d) / (s sqrt(1/n - 1/k)), and the trial is stopped where
    /// the probability that
    /// it is not is below <paramref name="futility"/>. How often one looks makes no difference to it. This finds the config that full cross-validation would choose
    /// with the fewest folds, but also stops trials that are hardly worse than the best one at their last folds; who wants to choose among those, for instance
    /// the simplest, sets it to 0.
    /// </para>
    /// <para>A trial that is not worse on average is never stopped, nor is one whose differences are not all finite.</para>
    /// References: C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning 52, 2003 (the correction); G. K. Smyth, Stat.
    /// Appl. Genet. Mol. Biol. 3(1),
    /// 2004 (the variance); O. Maron and A. W. Moore, "The racing algorithm", Artificial Intelligence Review 11, 1997.
    /// </remarks>
    /// <param name="significance">
    /// With what probability a trial that is as good as the best one may be stopped as worse, over all looks at it; from 0 (never) to 1.
    /// </param>
    /// <param name="futility">
    /// Below what probability of becoming better than the best one over all folds a trial is stopped; from 0 (never) to 1. Larger values stop more trials.
    /// </param>
    /// <param name="startupFolds">How many folds a trial has before it is judged; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Pruner Race(double significance = 0.1, double futility = 0.1, int startupFolds = 3) => new RacePruner(significance, futility, startupFolds);
}
