using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The parameters of tuned shares of a whole: for each share but the last how the whole is broken there.</summary>
public sealed class ProportionsParameters
{
    internal ProportionsParameters(string name, ImmutableArray<RangeParameter<double>> breaks)
    {
        Name = name;
        Breaks = breaks;
        Parameters = [.. breaks];
    }

    /// <summary>
    /// For each share but the last one: the part of what the shares before it leave that goes on to those behind it, raised to their number. 1 makes the
    /// share 0, and 0 leaves nothing to those behind it.
    /// </summary>
    public ImmutableArray<RangeParameter<double>> Breaks { get; }

    /// <summary>All parameters in the order of a vector's entries.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The dotted path from the root of the space.</summary>
    internal string Name { get; }
}
