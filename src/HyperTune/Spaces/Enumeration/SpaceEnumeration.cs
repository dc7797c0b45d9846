using System.Collections.Immutable;
using System.Numerics;

namespace HyperTune.Spaces.Enumeration;

/// <summary>
/// Numbers the configs of a discrete space, or the points of a grid over any space, along the tree of conditions: a mixed-radix number whose digits are
/// the parameters, where a parent's digit also covers the digits of the children that its value brings to life. Configs come and go by number; none is
/// stored.
/// </summary>
internal sealed class SpaceEnumeration
{
    private readonly EnumerationNode[] _roots;
    private readonly int _dimensionCount;

    /// <summary>Numbers all configs.</summary>
    /// <param name="parameters">The space's parameters, or those of a nested space; none is continuous.</param>
    public SpaceEnumeration(ImmutableArray<Parameter> parameters)
        : this(parameters, static parameter => new ValueAxis(parameter.Distribution, points: null))
    {
    }

    /// <summary>Numbers the points of a grid.</summary>
    /// <param name="parameters">The space's parameters, or those of a nested space.</param>
    /// <param name="axis">The values that each parameter takes.</param>
    public SpaceEnumeration(ImmutableArray<Parameter> parameters, Func<Parameter, ValueAxis> axis)
    {
        // The parameters of a nested space may depend on one outside of it; where only the nested space is looked at, they are there.
        HashSet<Parameter> own = [.. parameters];
        ILookup<Parameter?, Parameter> children = parameters.ToLookup(parameter => parameter.Condition?.Parent is { } parent && own.Contains(parent) ? parent : null);
        _dimensionCount = parameters.Length;
        _roots = [.. children[null].Select(root => EnumerationNode.Create(root, children, axis))];
        Count = EnumerationNode.Product(_roots);
    }

    /// <summary>The number of configs.</summary>
    public BigInteger Count { get; }

    /// <summary>The number of different configs, or <see langword="null"/> when a parameter is continuous.</summary>
    /// <param name="parameters">The space's parameters, or those of a nested space.</param>
    public static BigInteger? CountConfigs(ImmutableArray<Parameter> parameters)
        => parameters.Any(static parameter => parameter.Distribution.IsContinuous) ? null : new SpaceEnumeration(parameters).Count;

    /// <summary>Writes config number <paramref name="rank"/> of a whole space.</summary>
    public void Unrank(BigInteger rank, Span<double> vector)
    {
        vector[.._dimensionCount].Fill(double.NaN);
        EnumerationNode.Unrank(_roots, rank, vector);
    }

    /// <summary>The number of a config of a whole space, or <see langword="null"/> when a value is not on its axis.</summary>
    public BigInteger? Rank(ReadOnlySpan<double> vector) => EnumerationNode.Rank(_roots, vector);
}
