namespace HyperTune;

/// <summary>How the genetic algorithms for several objectives work.</summary>
public sealed record NsgaOptions
{
    /// <summary>How many trials are kept as parents: the best by rank, and among equals those with the most room around them.</summary>
    /// <value>At least 4; default 50.</value>
    public int Population { get; init; } = 50;

    /// <summary>How many evenly spread trials come first.</summary>
    /// <value>At least 2; the default, <see langword="null"/>, is as many as <see cref="Population"/>, at most 30.</value>
    public int? StartTrials { get; init; }

    /// <summary>How likely it is that a new config is crossed from two parents, instead of being a mutated copy of one.</summary>
    /// <value>From 0 to 1; default 0.9.</value>
    public double CrossoverProbability { get; init; } = 0.9;

    /// <summary>How likely it is that a parameter of a new config is mutated.</summary>
    /// <value>From 0 to 1; the default, <see langword="null"/>, is one over the number of the config's parameters.</value>
    public double? MutationProbability { get; init; }

    /// <summary>Whether the space's default point is tried first, where it is allowed.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool StartWithDefault { get; init; } = true;
}
