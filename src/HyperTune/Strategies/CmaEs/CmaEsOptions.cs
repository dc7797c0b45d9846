using System.Globalization;

namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.CmaEs(CmaEsOptions)"/>. The defaults suit nearly every study.</summary>
public sealed record CmaEsOptions
{
    /// <summary>The default of <see cref="InitialStep"/>.</summary>
    public const double DefaultInitialStep = 0.15;

    /// <summary>The default of <see cref="Restarts"/>.</summary>
    public const CmaEsRestarts DefaultRestarts = CmaEsRestarts.Ipop;

    /// <summary>How many trials make a generation.</summary>
    /// <value>
    /// At least 4; the default, <see langword="null"/>, is 4 + 3 ln d for d parameters, as Hansen recommends, and less, but not below 5, where the known number
    /// of trials would not last for 40 such generations.
    /// </value>
    public int? Population { get; init; }

    /// <summary>The standard deviation of the first trials around the middle, as a share of each range.</summary>
    /// <value>Above 0 and at most 1. Default: 0.15, with which the ranges reach a little more than three standard deviations to both sides.</value>
    public double InitialStep { get; init; } = DefaultInitialStep;

    /// <summary>What happens when the distribution has shrunk to a point or no longer improves.</summary>
    /// <value>Default: <see cref="CmaEsRestarts.Ipop"/>.</value>
    public CmaEsRestarts Restarts { get; init; } = DefaultRestarts;

    /// <summary>Whether correlations between parameters are left out, so that time and memory grow with the number of parameters and not with its square.</summary>
    /// <value>The default, <see langword="null"/>, leaves them out beyond 100 numeric parameters.</value>
    public bool? Separable { get; init; }

    /// <summary>
    /// Whether the distribution moves in smaller steps where results are mostly noise. Slower on smooth objectives; not together with
    /// <see cref="Separable"/>, and without effect beyond 100 numeric parameters.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AdaptLearningRates { get; init; }

    /// <summary>
    /// Whether the search starts from the best of the trials that the study knew before, because they were enqueued, added or imported, where there are as many
    /// as a generation has.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool WarmStart { get; init; } = true;

    /// <summary>Whether the space's default point is the first one to be tried.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool StartWithDefault { get; init; } = true;

    /// <summary>The options in one line.</summary>
    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{nameof(Population)} = {Population}, {nameof(InitialStep)} = {InitialStep}, {nameof(Restarts)} = {Restarts}, {nameof(Separable)} = {Separable}, {nameof(AdaptLearningRates)} = {AdaptLearningRates}, {nameof(WarmStart)} = {WarmStart}, {nameof(StartWithDefault)} = {StartWithDefault}");
}
