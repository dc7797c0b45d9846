using System.Collections.Immutable;
using System.Numerics;

namespace HyperTune;

/// <summary>
/// Numbers the points of a grid along the space's tree of conditions: a mixed-radix number whose digits are the parameters, where a parent's digit
/// also covers the digits of the children that its value brings to life. Points come and go by number; none is stored.
/// </summary>
internal sealed class GridTree
{
    private readonly GridNode[] _roots;
    private readonly int _dimensionCount;

    /// <param name="parameters">The space's parameters.</param>
    /// <param name="axis">The axis of each parameter.</param>
    public GridTree(ImmutableArray<Parameter> parameters, Func<Parameter, GridAxis> axis)
    {
        ILookup<Parameter?, Parameter> children = parameters.ToLookup(static parameter => parameter.Condition?.Parent);
        _dimensionCount = parameters.Length;
        _roots = [.. children[null].Select(root => GridNode.Create(root, children, axis))];
        Count = GridNode.Product(_roots);
    }

    /// <summary>The number of points.</summary>
    public BigInteger Count { get; }

    /// <summary>Writes point number <paramref name="rank"/>.</summary>
    public void Unrank(BigInteger rank, Span<double> vector)
    {
        vector[.._dimensionCount].Fill(double.NaN);
        GridNode.Unrank(_roots, rank, vector);
    }

    /// <summary>The number of a point, or <see langword="null"/> when the vector is no point of the grid.</summary>
    public BigInteger? Rank(ReadOnlySpan<double> vector) => GridNode.Rank(_roots, vector);
}
