namespace HyperTune;

/// <summary>Draws a subset of the members of a <see cref="FlagsAttribute"/> enum: each member that is a single flag is there or not, both equally likely.</summary>
/// <remarks>
/// Each such member is a parameter of its own, for instance <c>Features.Cache</c>, a <see cref="bool"/>; a member that unites others, or none, is no
/// parameter, but may be used in code. Without an initializer the default is the empty subset, or the first members where <see cref="Least"/> asks for some.
/// </remarks>
/// <example><c>[Subset] public Features Features { get; init; } = Features.Cache | Features.Index;</c></example>
public sealed class SubsetAttribute : DistributionAttribute
{
    /// <summary>How many members are there at least. Fewer break a constraint, which every suggestion of every strategy satisfies.</summary>
    /// <value>From 0, the default, which allows the empty subset, to half the number of members, so that a draw is rarely repeated.</value>
    public int Least { get; set; }
}
