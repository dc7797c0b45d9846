using System.Numerics;

namespace HyperTune;

/// <summary>One parameter of a grid with the parameters that depend on it.</summary>
internal sealed class GridNode
{
    private readonly int _index;
    private readonly GridAxis _axis;
    private readonly Run[] _runs;

    private GridNode(int index, GridAxis axis, Run[] runs)
    {
        _index = index;
        _axis = axis;
        _runs = runs;
        Count = runs.Aggregate(BigInteger.Zero, static (sum, run) => sum + (run.Length * run.ChildCount));
    }

    /// <summary>The number of different settings of the parameter and its children.</summary>
    public BigInteger Count { get; }

    public static GridNode Create(Parameter parameter, ILookup<Parameter?, Parameter> childrenOf, Func<Parameter, GridAxis> axisOf)
    {
        GridAxis axis = axisOf(parameter);
        List<(ParameterCondition Condition, GridNode Node)> children =
            [.. childrenOf[parameter].Select(child => (child.Condition!, Create(child, childrenOf, axisOf)))];
        long[] borders = [.. children.SelectMany(child => Borders(child.Condition, axis)).Append(0).Where(border => border < axis.Count).Distinct().Order()];
        var runs = new Run[borders.Length];
        for (int i = 0; i < runs.Length; i++)
        {
            double value = axis.Value(borders[i]);
            GridNode[] active = [.. children.Where(child => child.Condition.IsMetBy(value)).Select(static child => child.Node)];
            runs[i] = new Run(borders[i], (i + 1 < borders.Length ? borders[i + 1] : axis.Count) - borders[i], active, Product(active));
        }

        return new GridNode(parameter.Index, axis, runs);
    }

    public static BigInteger Product(IEnumerable<GridNode> nodes)
        => nodes.Aggregate(BigInteger.One, static (product, node) => product * node.Count);

    /// <summary>Writes setting number <paramref name="rank"/> of independent nodes, of which the last changes fastest.</summary>
    public static void Unrank(GridNode[] nodes, BigInteger rank, Span<double> vector)
    {
        for (int i = nodes.Length - 1; i >= 0; i--)
        {
            rank = BigInteger.DivRem(rank, nodes[i].Count, out BigInteger digit);
            nodes[i].Unrank(digit, vector);
        }
    }

    /// <summary>The inverse of <see cref="Unrank(GridNode[], BigInteger, Span{double})"/>; <see langword="null"/> when a value is not on its
    /// axis.</summary>
    public static BigInteger? Rank(GridNode[] nodes, ReadOnlySpan<double> vector)
    {
        BigInteger rank = BigInteger.Zero;
        foreach (GridNode node in nodes)
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
        for (BigInteger size = _runs[0].Count; rank >= size; size = _runs[i].Count)
        {
            rank -= size;
            i++;
        }

        Run run = _runs[i];
        BigInteger position = BigInteger.DivRem(rank, run.ChildCount, out BigInteger childRank);
        vector[_index] = _axis.Value(run.First + (long)position);
        Unrank(run.Children, childRank, vector);
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
        for (; index >= _runs[i].First + _runs[i].Length; i++)
        {
            rank += _runs[i].Count;
        }

        return rank + ((index - _runs[i].First) * _runs[i].ChildCount) + Rank(_runs[i].Children, vector);
    }

    // Where the child may start or stop being active.
    private static IEnumerable<long> Borders(ParameterCondition condition, GridAxis axis)
    {
        if (condition.Values.IsEmpty)
        {
            return [axis.FirstAtLeast(condition.Low), axis.FirstAtLeast(double.BitIncrement(condition.High))];
        }

        return condition.Values.SelectMany(value => new[] { axis.FirstAtLeast(value), axis.FirstAtLeast(double.BitIncrement(value)) });
    }

    /// <summary>Neighbouring values of the parameter that bring the same children to life.</summary>
    private readonly record struct Run(long First, long Length, GridNode[] Children, BigInteger ChildCount)
    {
        public BigInteger Count => Length * ChildCount;
    }
}
