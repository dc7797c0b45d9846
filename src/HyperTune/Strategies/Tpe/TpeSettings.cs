using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Strategies.Tpe;

/// <summary>Every constant of the tree-structured Parzen estimator, with its reason.</summary>
/// <remarks>Distances are in units of a parameter's range, after the logarithm where the parameter is logarithmic.</remarks>
internal sealed record TpeSettings
{
    /// <summary>Trials before the model decides: the default point, then quasi-random ones. Ten or twenty only delay the model.</summary>
    public int StartTrials { get; init; } = 5;

    /// <summary>Of n ranked trials the best ceil(share n) form the mixture of good ones. Smaller shares starve it, larger ones blur it.</summary>
    public double GoodShare { get; init; } = 0.15;

    /// <summary>The most trials in the mixture of good ones, as in Hyperopt and Optuna; it bounds the cost too.</summary>
    public int MaximumGood { get; init; } = 25;

    /// <summary>
    /// About the most trials in the mixture of the others, so that a suggestion's cost does not grow for ever. Of more, a half, a quarter and so on is left by
    /// a hash of the numbers: between half as many and so many are enough for the shape of a density.
    /// </summary>
    public int MaximumOther { get; init; } = 4096;

    /// <summary>A kernel's bandwidth is the larger gap to its neighbours times this; 0.5 is better in short studies, 0.7 in long ones, 1 in none.</summary>
    public double BandwidthFactor { get; init; } = 0.6;

    /// <summary>The minimum bandwidth is max(floor, scale n^(-1/sqrt(d))): a constant is too wide for smooth problems or too narrow for noisy ones.</summary>
    public double MinimumBandwidthFloor { get; init; } = 0.02;

    /// <inheritdoc cref="MinimumBandwidthFloor"/>
    public double MinimumBandwidthScale { get; init; } = 0.3;

    /// <summary>The prior's weight on other categories than the observed one: each gets this over the number of kernels. From 1 to 3 no difference.</summary>
    public double CategoricalPrior { get; init; } = 2;

    /// <summary>Candidates that the ratio of densities chooses from. More make it greedy without finding better trials.</summary>
    public int Candidates { get; init; } = 24;

    /// <summary>The share of candidates that take each parameter from another kernel, so that good values of different trials meet.</summary>
    public double CrossedShare { get; init; } = 0.25;

    /// <summary>The best candidate is moved by this many bandwidths up and down along each axis where that raises the ratio.</summary>
    public double RefinementStep { get; init; } = 0.25;

    /// <summary>
    /// The share of suggestions that go to another branch of a conditional space than the best trial's, until local steps begin: what is tuned on one
    /// branch says nothing about the others' own parameters, so without them the branch that starts best wins.
    /// </summary>
    public double ExplorationProbability { get; init; } = 1.0 / 3;

    /// <summary>The share of a branch's trials that form its mixture of good ones: larger than <see cref="GoodShare"/>, because a branch has few.</summary>
    public double ExplorationGoodShare { get; init; } = 0.25;

    /// <summary>A branch with at least this many trials ...</summary>
    public int ExplorationTrials { get; init; } = 5;

    /// <summary>... whose best one is not within this best share of all trials is not explored any more.</summary>
    public double ExplorationRank { get; init; } = 0.5;

    /// <summary>Whether to search locally now and then.</summary>
    public bool LocalSearch { get; init; } = true;

    /// <summary>With a known budget, local steps begin after this share of it ...</summary>
    public double LocalStart { get; init; } = 0.6;

    /// <summary>... and are taken with this probability. Above 0.6 they lose on noisy objectives.</summary>
    public double LocalProbability { get; init; } = 0.5;

    /// <summary>Without a known budget, local steps begin at this trial ...</summary>
    public int OpenLocalStart { get; init; } = 20;

    /// <summary>... and are taken with this probability, because each may be an early one.</summary>
    public double OpenLocalProbability { get; init; } = 0.25;

    /// <summary>A local step's standard deviation as a share of the spread of the best trials.</summary>
    public double LocalScale { get; init; } = 0.6;

    /// <summary>The smallest standard deviation of a local step.</summary>
    public double LocalFloor { get; init; } = 0.002;

    /// <summary>How much a local step that found a new best trial widens the next ones, up to <see cref="LocalMaximum"/>.</summary>
    public double LocalGrowth { get; init; } = 1.6;

    /// <summary>How much any other local step narrows the next ones, down to <see cref="LocalMinimum"/>: one success makes up for three failures.</summary>
    public double LocalShrinkage { get; init; } = 0.87;

    /// <inheritdoc cref="LocalGrowth"/>
    public double LocalMaximum { get; init; } = 4;

    /// <inheritdoc cref="LocalShrinkage"/>
    public double LocalMinimum { get; init; } = 0.02;

    /// <summary>Trials with exactly equal values count as one plateau up to this distance.</summary>
    public double PlateauReach { get; init; } = 0.3;

    /// <summary>A plateau's width is this quantile of the distances between its trials ...</summary>
    public double PlateauQuantile { get; init; } = 0.8;

    /// <summary>... times this, because trials rarely lie at the very ends of one.</summary>
    public double PlateauMargin { get; init; } = 1.25;

    /// <summary>The number of equal pairs that proves plateaus.</summary>
    public int PlateauPairs { get; init; } = 2;

    /// <summary>The share of trials with an equal one whose nearest trial must be one of these; below it, equal values are taken for
    /// coincidence, as those of a rounded objective are. From 0.5 on rounding does no harm, and above 0.6 true plateaus are missed.</summary>
    public double PlateauNearest { get; init; } = 0.5;

    /// <summary>n^(-1/sqrt(d)) rounded up to a power of 2^(1/4), so that kernels stay valid while n grows a little.</summary>
    /// <param name="trials">The number n of ranked trials; at least 1.</param>
    /// <param name="dimensions">The number d of numeric parameters; at least 1.</param>
    public double MinimumBandwidth(int trials, int dimensions)
    {
        double exact = Math.Max(MinimumBandwidthFloor, MinimumBandwidthScale * Math.Pow(trials, -1 / Math.Sqrt(dimensions)));
        return Math.Min(1, Math.Pow(2, Math.Ceiling(4 * Math.Log2(exact) - 1e-9) / 4));
    }

    /// <summary>How many of <paramref name="ranked"/> trials are good ones.</summary>
    public int GoodCount(int ranked) => Math.Min(ranked, Math.Clamp((int)Math.Ceiling(GoodShare * ranked), 1, MaximumGood));
}
