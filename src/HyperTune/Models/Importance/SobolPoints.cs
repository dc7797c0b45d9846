using HyperTune.Models.Surrogates;
using HyperTune.Numerics.Sobol;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Importance;

/// <summary>
/// Where a function over a space is looked at to tell what each parameter does: two sets of draws, and the first one with one parameter after the other
/// taken from the second.
/// </summary>
/// <remarks>
/// Parameters are drawn independently, a conditional one also where it does not exist and changes nothing. Constraints do not count.
/// Reference: A. Saltelli et al., "Variance based sensitivity analysis of model output", Comput. Phys. Commun. 181, 2010, table 2: the first-order index by
/// equation (b), the total one by equation (f).
/// </remarks>
internal sealed class SobolPoints
{
    /// <summary>How many points each set has; a power of 2, for which Sobol sequences are balanced.</summary>
    public const int SetSize = 1024;

    private readonly UnitCube _cube;

    // The first set, the second one, then one for each coordinate.
    private readonly double[][][] _sets;

    public SobolPoints(UnitCube cube, ulong seed)
    {
        _cube = cube;
        int parameters = cube.Space.DimensionCount;
        var sequence = new SobolSequence(2 * parameters, seed);
        _sets = [.. Enumerable.Range(0, cube.Dimensions.Length + 2).Select(static _ => new double[SetSize][])];
        double[] shares = new double[2 * parameters];
        double[] vector = new double[parameters];
        for (int i = 0; i < SetSize; i++)
        {
            sequence.Fill((uint)i, shares);
            Span<double> first = shares.AsSpan(0, parameters);
            Span<double> second = shares.AsSpan(parameters);
            _sets[0][i] = PointAt(first, vector);
            _sets[1][i] = PointAt(second, vector);
            foreach (CubeDimension dimension in cube.Dimensions)
            {
                int place = dimension.Parameter.Index;
                double kept = first[place];
                first[place] = second[place];
                _sets[dimension.Index + 2][i] = PointAt(first, vector);
                first[place] = kept;
            }
        }
    }

    /// <summary>The indices of some functions that are easier to compute together.</summary>
    /// <param name="count">How many functions.</param>
    /// <param name="functions">Writes the values of all of them at a point as models see it.</param>
    /// <returns>Of each function, of each coordinate, the first-order and the total index; all 0 for a function that is the same everywhere.</returns>
    public (double[] First, double[] Total)[] IndicesOf(int count, Action<double[], double[]> functions)
    {
        double[][][] values = [.. Enumerable.Range(0, count).Select(_ => Array.ConvertAll(_sets, static _ => new double[SetSize]))];
        double[] atPoint = new double[count];
        for (int set = 0; set < _sets.Length; set++)
        {
            for (int i = 0; i < SetSize; i++)
            {
                functions(_sets[set][i], atPoint);
                for (int f = 0; f < count; f++)
                {
                    values[f][set][i] = atPoint[f];
                }
            }
        }

        return Array.ConvertAll(values, Indices);
    }

    private static (double[] First, double[] Total) Indices(double[][] values)
    {
        double mean = (values[0].Average() + values[1].Average()) / 2;
        double variance = values[0].Concat(values[1]).Sum(value => (value - mean) * (value - mean)) / (2 * SetSize);
        double[] first = new double[values.Length - 2];
        double[] total = new double[first.Length];
        for (int k = 0; variance > 0 && k < first.Length; k++)
        {
            for (int i = 0; i < SetSize; i++)
            {
                double change = values[k + 2][i] - values[0][i];
                first[k] += (values[1][i] - mean) * change / (SetSize * variance);
                total[k] += change * change / (2 * SetSize * variance);
            }

            first[k] = Math.Max(0, first[k]);
        }

        return (first, total);
    }

    private double[] PointAt(ReadOnlySpan<double> shares, double[] vector)
    {
        double[] point = new double[_cube.Dimensions.Length];
        _cube.FromShares(shares, vector);
        ModelPoint.Encode(_cube, vector, point);
        return point;
    }
}
