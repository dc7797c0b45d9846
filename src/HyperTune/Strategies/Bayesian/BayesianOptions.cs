using HyperTune.Models.Surrogates;

namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.Bayesian(BayesianOptions)"/>. The defaults suit nearly every study.</summary>
public sealed record BayesianOptions
{
    /// <summary>The default of <see cref="StartTrials"/>.</summary>
    public const int DefaultStartTrials = 6;

    /// <summary>The default of <see cref="StagnationTrials"/>.</summary>
    public const int DefaultStagnationTrials = 12;

    /// <summary>The default of <see cref="ModelTrials"/>.</summary>
    public const int DefaultModelTrials = Surrogate.DefaultCapacity;

    /// <summary>The smallest <see cref="ModelTrials"/>.</summary>
    public const int MinimumModelTrials = 100;

    /// <summary>
    /// How many trials come before the model is asked: the space's default point, then evenly spread ones. Enqueued and imported trials
    /// count.
    /// </summary>
    /// <value>At least 2. Default: 6, which comparisons found as good as 8 and better than 12 or 20.</value>
    public int StartTrials { get; init; } = DefaultStartTrials;

    /// <summary>Whether the space's default point is the first one to be tried.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool StartWithDefault { get; init; } = true;

    /// <summary>
    /// After how many trials without a noteworthy improvement (1 % of the distance between the median and the best value) some suggestions
    /// explore on purpose: another value of a categorical parameter, or, where there is none, a place away from the best trial.
    /// </summary>
    /// <value>At least 1. Default: 12.</value>
    /// <remarks>
    /// With categorical parameters three of five suggestions explore from this number of trials to the 80th even where there is progress, for what looks like it is
    /// often the last digits of a wrong category. None of the last fifth of such a study explores, where the number of trials is known. Without categorical parameters,
    /// all explore that are no <see cref="LocalSteps"/>, once these have nothing more to gain around the best trial.
    /// </remarks>
    public int StagnationTrials { get; init; } = DefaultStagnationTrials;

    /// <summary>
    /// How many trials the model holds at most. In a longer study these are the best, the most recent, and of the rest those that fill the space, so that
    /// the cost of a suggestion stays bounded.
    /// </summary>
    /// <value>At least 100. Default: 500. Time and memory grow with its square.</value>
    public int ModelTrials { get; init; } = DefaultModelTrials;

    /// <summary>
    /// Whether some trials are steps in a trust region around the best trial, by a model of its nearest neighbours: they find the exact place of a smooth optimum, for
    /// which the Gaussian process is too coarse. Taken once 20 trials have ended (without categorical parameters after a fifth of a study of 40 to 100 trials, and after 8
    /// of a shorter one), with one objective, no limits and little noise, and most of all at the end of a study of known length: in the last fifth, and without
    /// categorical parameters at least in the last 20 trials or two fifths.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool LocalSteps { get; init; } = true;
}
