using HyperTune.Numerics;
using HyperTune.Strategies.Tpe;
using HyperTune.Text;

namespace HyperTune;

public abstract partial class Strategy
{
    private const int MostTpeCandidates = 1000;
    private const double LargestGoodShare = 0.5;

    /// <summary>
    /// The tree-structured Parzen estimator with its default options: a model-based strategy that costs well under a millisecond per trial.
    /// </summary>
    /// <remarks><inheritdoc cref="Tpe(TpeOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Tpe() => Tpe(new TpeOptions());

    /// <summary>
    /// The tree-structured Parzen estimator: a model-based strategy that costs well under a millisecond per trial and suits every kind of parameter,
    /// conditional ones and long studies included.
    /// </summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside the range stated for it.</exception>
    /// <remarks>
    /// <para>It keeps two densities over configs, one of the best trials, weighted by rank, and one of all others, and suggests the candidate drawn from
    /// the first at which their ratio is largest. Both are mixtures of product kernels over all parameters together, so that they see how parameters
    /// interact; their bandwidths shrink with the number of trials. In the later part of a study some suggestions are steps around the best trials.</para>
    /// <para>Pruned trials rank behind completed ones, trials that break outcome constraints behind those. Failed and running trials only count among the
    /// others, which steers suggestions away from them. Where different configs give exactly equal values, suggestions stay at least the width of
    /// such a plateau apart.</para>
    /// <para>References: J. Bergstra et al., "Algorithms for hyper-parameter optimization", NIPS 2011; S. Falkner et al., "BOHB", ICML 2018 (joint
    /// mixtures); S. Watanabe, "Tree-structured Parzen estimator: understanding its algorithm components", 2023.</para>
    /// </remarks>
    public static Strategy Tpe(TpeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.StartTrials, 1, nameof(TpeOptions.StartTrials));
        Guard.AtLeast(options.Candidates, 1, nameof(TpeOptions.Candidates));
        if (options.Candidates > MostTpeCandidates)
        {
            throw new ArgumentOutOfRangeException(nameof(TpeOptions.Candidates), options.Candidates, $"The value must be at most {MostTpeCandidates}.");
        }

        Guard.FiniteAndAbove(options.GoodShare, 0, nameof(TpeOptions.GoodShare));
        if (options.GoodShare > LargestGoodShare)
        {
            throw new ArgumentOutOfRangeException(
                nameof(TpeOptions.GoodShare), options.GoodShare, $"The value must be at most {NumberFormat.Invariant(LargestGoodShare)}.");
        }

        return new TpeStrategy(options);
    }
}
