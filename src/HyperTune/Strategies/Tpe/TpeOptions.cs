using System.Globalization;
using HyperTune.Strategies.Bayesian.Acquisition;
using HyperTune.Strategies.Tpe;

namespace HyperTune;

/// <summary>How the tree-structured Parzen estimator of <see cref="Strategy.Tpe(TpeOptions)"/> works. The defaults suit nearly every study.</summary>
public sealed record TpeOptions
{
    private static readonly TpeSettings Defaults = new();

    /// <summary>How many trials must have ended before the model decides. The first is the default point of the space, the others are quasi-random.</summary>
    /// <value>At least 1; default 5. A larger number helps only where the objective is very rough.</value>
    public int StartTrials { get; init; } = Defaults.StartTrials;

    /// <summary>From how many candidates the model chooses each suggestion.</summary>
    /// <value>From 1 to 1,000; default 24. More candidates exploit more and explore less.</value>
    public int Candidates { get; init; } = Defaults.Candidates;

    /// <summary>Which share of the trials counts as good; never more than 25 trials.</summary>
    /// <value>Above 0 and at most 0.5; default 0.15.</value>
    public double GoodShare { get; init; } = Defaults.GoodShare;

    /// <summary>
    /// Whether some suggestions are steps around the best trials instead of draws from the model: with a known number of trials, half of those in the
    /// last 40 % of the study; otherwise a quarter of all from the 21st trial on.
    /// </summary>
    /// <value>Default <see langword="true"/>. Such steps gain precision on smooth objectives and cost nothing measurable on others.</value>
    public bool LocalSearch { get; init; } = Defaults.LocalSearch;

    /// <summary>The options in one line.</summary>
    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{nameof(StartTrials)} = {StartTrials}, {nameof(Candidates)} = {Candidates}, {nameof(GoodShare)} = {GoodShare}, {nameof(LocalSearch)} = {LocalSearch}");

    internal TpeSettings ToSettings()
        => Defaults with { StartTrials = StartTrials, Candidates = Candidates, GoodShare = GoodShare, LocalSearch = LocalSearch };
}
