using System.Globalization;

namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.Genetic(GeneticOptions)"/>. The defaults suit nearly every study.</summary>
public sealed record GeneticOptions
{
    /// <summary>How many trials are kept as parents: the best ones.</summary>
    /// <value>At least 4; the default, <see langword="null"/>, is 20, or, where the number of trials is known, a hundredth of them, from 10 to 50.</value>
    public int? Population { get; init; }

    /// <summary>How many evenly spread trials come first.</summary>
    /// <value>At least 2; the default, <see langword="null"/>, is as many as <see cref="Population"/>.</value>
    public int? StartTrials { get; init; }

    /// <summary>How likely it is that a new config is crossed from two parents, instead of being a mutated copy of one.</summary>
    /// <value>From 0 to 1; default 0.9.</value>
    public double CrossoverProbability { get; init; } = 0.9;

    /// <summary>How likely it is that a parameter of a new config is mutated.</summary>
    /// <value>From 0 to 1; the default, <see langword="null"/>, is one over the number of the config's parameters.</value>
    public double? MutationProbability { get; init; }

    /// <summary>Whether the space's default point is the first one to be tried.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool StartWithDefault { get; init; } = true;

    /// <summary>The options in one line.</summary>
    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{nameof(Population)} = {Population}, {nameof(StartTrials)} = {StartTrials}, {nameof(CrossoverProbability)} = {CrossoverProbability}, {nameof(MutationProbability)} = {MutationProbability}, {nameof(StartWithDefault)} = {StartWithDefault}");
}
