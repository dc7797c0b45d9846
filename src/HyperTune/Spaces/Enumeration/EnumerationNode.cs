using System.Numerics;

namespace HyperTune.Spaces.Enumeration;

/// <summary>One parameter of an enumeration with the parameters that depend on it.</summary>
internal sealed class EnumerationNode
{
    private readonly int _index;
    private readonly ValueAxis _axis;
    private readonly IndexRange[] _ranges;

    private EnumerationNode(int index, ValueAxis axis, IndexRange[] ranges)
    {
        _index = index;
        _axis = axis;
        _ranges = ranges;
        Count = ranges.Aggregate(BigInteger.Zero, static (sum, range) => sum + range.Count);
    }

    /// <summary>The number of different settings of the parameter and its children.</summary>
    public BigInteger Count { get; }

    public static EnumerationNode Create(Parameter parameter, ILookup<Parameter?, Parameter> childrenOf, Func<Parameter, ValueAxis> axisOf)
    {
        ValueAxis axis = axisOf(parameter);
        List<(ParameterCondition Condition, EnumerationNode Node)> children =
            [.. childrenOf[parameter].Select(child => (child.Condition!, Create(child, childrenOf, axisOf)))];
        long[] borders = [.. children.SelectMany(child => Borders(child.Condition, axis)).Append(0).Where(border => border < axis.Count).Distinct().Order()];
        var ranges = new IndexRange[borders.Length];
        for (int i = 0; i < ranges.Length; i++)
        {
            double value = axis.Value(borders[i]);
            EnumerationNode[] active = [.. children.Where(child => child.Condition.IsMetBy(value)).Select(static child => child.Node)];
            ranges[i] = new IndexRange(borders[i], (i + 1 < borders.Length ? borders[i + 1] : axis.Count) - borders[i], active, Product(active));
        }

        return new EnumerationNode(parameter.Index, axis, ranges);
    }

    public static BigInteger Product(IEnumerable<EnumerationNode> nodes)
        => nodes.Aggregate(BigInteger.One, static (product, node) => product * node.Count);

    /// <summary>Writes setting number <paramref name="rank"/> of independent nodes, of which the last changes fastest.</summary>
    public static void Unrank(EnumerationNode[] nodes, BigInteger rank, Span<double> vector)
    {
        for (int i = nodes.Length - 1; i >= 0; i--)
        {
            rank = BigInteger.DivRem(rank, nodes[i].Count, out BigInteger digit);
            nodes[i].Unrank(digit, vector);
        }
    }

    /// <summary>The inverse of <see cref="Unrank(EnumerationNode[], BigInteger, Span{double})"/>; <see langword="null"/> when a value is not on its
    /// axis.</summary>
    public static BigInteger? Rank(EnumerationNode[] nodes, ReadOnlySpan<double> vector)
    {
        BigInteger rank = BigInteger.Zero;
        foreach (EnumerationNode node in nodes)
        {
            if (node.Rank(vector) is not { } digit)
            {
                return null;
            }

            rank = (rank * node.Count) + digit;
        }

        return rank;
    }

    private void Unrank(BigInteger rank, Span<double> vector)
    {
        int i = 0;
        for (BigInteger size = _ranges[0].Count; rank >= size; size = _ranges[i].Count)
        {
            rank -= size;
            i++;
        }

        IndexRange range = _ranges[i];
        BigInteger position = BigInteger.DivRem(rank, range.ChildCount, out BigInteger childRank);
        vector[_index] = _axis.Value(range.First + (long)position);
        Unrank(range.Children, childRank, vector);
    }

    private BigInteger? Rank(ReadOnlySpan<double> vector)
    {
        long index = _axis.IndexOf(vector[_index]);
        if (index < 0)
        {
            return null;
        }

        BigInteger rank = BigInteger.Zero;
        int i = 0;
        for (; index >= _ranges[i].First + _ranges[i].Length; i++)
        {
            rank += _ranges[i].Count;
        }

        return rank + ((index - _ranges[i].First) * _ranges[i].ChildCount) + Rank(_ranges[i].Children, vector);
    }

    // Where the child may start or stop being active.
    private static IEnumerable<long> Borders(ParameterCondition condition, ValueAxis axis)
        => condition.Admitted.SelectMany(range => new[] { axis.FirstAtLeast(range.Low), axis.FirstAtLeast(double.BitIncrement(range.High)) });

    /// <summary>Neighbouring values of the parameter that bring the same children to life.</summary>
    private readonly record struct IndexRange(long First, long Length, EnumerationNode[] Children, BigInteger ChildCount)
    {
        public BigInteger Count => Length * ChildCount;
    }
}
