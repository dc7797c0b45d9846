using HyperTune.Numerics;
using HyperTune.Strategies.Bayesian;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <inheritdoc cref="Bayesian(BayesianOptions)"/>
    public static Strategy Bayesian() => Bayesian(new BayesianOptions());

    /// <summary>
    /// Bayesian optimization: a Gaussian process learns from the trials so far which configs are good and where it does not know, and each trial
    /// goes where the expected improvement is largest. It is the strategy that needs the fewest trials, in studies of up to some hundreds of
    /// trials.
    /// </summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <remarks>
    /// <para>It starts with the space's default point and a handful of evenly spread ones. The model's covariance is a Matern-5/2 kernel over all
    /// parameters together plus one for each parameter alone, with length scales, variances and noise fitted by their posterior density; two models
    /// on different scales of the objective, one standardized (through a logarithm where values span many orders of magnitude all over the space) and one that looks closely
    /// at the best values, take turns at random. After <see
    /// cref="BayesianOptions.StagnationTrials"/> trials without improvement some suggestions explore, and all but the steps (below) once these have
    /// nothing more to gain around the best trial of a space without categories. With categorical parameters they do so in the first 80 trials whether there is
    /// improvement or not: they fix another category and improve on the best config that has it.</para>
    /// <para>Once 20 trials have ended, or fewer of a short study of numbers, some are steps in a trust region around the best one: a model of its nearest neighbours, linear but for a part of least norm, is
    /// minimized there, and steps are taken as long as they keep what they promise and promise more than the other trials have brought of late.</para>
    /// <para>Parameters may be continuous, stepped, integer, logarithmic, categorical or conditional; every suggestion satisfies the space's
    /// constraints and repeats no earlier config while there are others. Running trials are taken into account by drawing values that they may turn out
    /// to have, failed trials and broken outcome constraints by a model of where configs work. Pruned trials count with their last value.</para>
    /// <para>Where the objective returns derivatives with its value, the model learns from these, too, in studies of up to 300 trials: of all trials, or of the best
    /// while values and derivatives together are more than 1,000. With one objective only.</para>
    /// <para>With several objectives there is a model for each of them, and a trial goes where the volume that it is expected to add to the front is
    /// largest. Up to four objectives that volume is computed exactly (with four, over the 40 trials of the front with the most room around them).</para>
    /// <para>References: J. Snoek, H. Larochelle and R. Adams, "Practical Bayesian optimization of machine learning algorithms", NeurIPS 2012;
    /// S. Ament et al., "Unexpected improvements to expected improvement for Bayesian optimization", NeurIPS 2023; C. Hvarfner et al., "Vanilla
    /// Bayesian optimization performs great in high dimensions", ICML 2024; J. Wu et al., "Bayesian optimization with gradients", NeurIPS 2017; M. J. D.
    /// Powell, "The BOBYQA algorithm for bound constrained optimization without derivatives", 2009 (trust region).</para>
    /// </remarks>
    public static Strategy Bayesian(BayesianOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.StartTrials, 2, nameof(BayesianOptions.StartTrials));
        Guard.AtLeast(options.StagnationTrials, 1, nameof(BayesianOptions.StagnationTrials));
        Guard.AtLeast(options.ModelTrials, BayesianOptions.MinimumModelTrials, nameof(BayesianOptions.ModelTrials));
        return new BayesianStrategy(options);
    }
}
