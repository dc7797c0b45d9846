using System.Globalization;

namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.DifferentialEvolution(DifferentialEvolutionOptions)"/>. The defaults suit nearly every study.</summary>
public sealed record DifferentialEvolutionOptions
{
    /// <summary>How many trials the first population has. With a known number of trials it shrinks from there to 4.</summary>
    /// <value>
    /// At least 4; the default, <see langword="null"/>, is 18 times the number of parameters as in L-SHADE, and less where the known number of trials would not last
    /// for 100 such generations, but never below 10.
    /// </value>
    public int? Population { get; init; }

    /// <summary>Whether the space's default point is the first one to be tried.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool StartWithDefault { get; init; } = true;

    /// <summary>The options in one line.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{nameof(Population)} = {Population}, {nameof(StartWithDefault)} = {StartWithDefault}");
}
