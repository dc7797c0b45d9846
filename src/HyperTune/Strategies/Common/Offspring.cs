using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>New configs from one or two parents, parameter by parameter, so that what exists in the child follows from what it got before.</summary>
internal sealed class Offspring(UnitCube cube)
{
    private readonly double[] _point = new double[cube.Dimensions.Length];

    /// <summary>Writes a child's vector.</summary>
    /// <param name="first">A parent's point.</param>
    /// <param name="second">Another's, or the same for a copy.</param>
    /// <param name="mutationProbability">How likely each parameter is mutated; <see langword="null"/> for one over their number.</param>
    /// <param name="random">Decides.</param>
    /// <param name="vector">Receives the vector.</param>
    public void Create(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double? mutationProbability, ref RandomStream random, Span<double> vector)
    {
        double mutation = mutationProbability ?? 1.0 / Math.Max(1, CountActive(first));

        // What decides over others comes from one parent, so that a part is inherited as a whole.
        bool isFirstLeading = random.NextUnit() < 0.5;
        ReadOnlySpan<double> leading = isFirstLeading ? first : second;
        ReadOnlySpan<double> following = isFirstLeading ? second : first;
        foreach (Parameter parameter in cube.Space.Parameters)
        {
            int i = parameter.Index;
            if (!parameter.IsActive(vector))
            {
                vector[i] = double.NaN;
            }
            else if (cube.Find(parameter) is { } dimension)
            {
                _point[dimension.Index] = Inherit(dimension, leading[dimension.Index], following[dimension.Index], mutation, ref random);
                vector[i] = cube.Decode(parameter, _point, vector);
            }
            else
            {
                vector[i] = cube.Decode(parameter, _point, vector);
            }
        }

        cube.Space.Settle(vector);
    }

    private static double Inherit(CubeDimension dimension, double leading, double following, double mutation, ref RandomStream random)
    {
        double coordinate;
        if (double.IsNaN(leading) && double.IsNaN(following))
        {
            return dimension.CoordinateAt(random.NextUnit());
        }

        if (double.IsNaN(leading) || double.IsNaN(following))
        {
            coordinate = double.IsNaN(leading) ? following : leading;
        }
        else
        {
            coordinate = dimension.DecidesOthers ? leading : Variation.Cross(dimension, leading, following, ref random);
        }

        return random.NextUnit() < mutation ? Variation.Mutate(dimension, coordinate, ref random) : coordinate;
    }

    private static int CountActive(ReadOnlySpan<double> point)
    {
        int count = 0;
        foreach (double coordinate in point)
        {
            count += double.IsNaN(coordinate) ? 0 : 1;
        }

        return count;
    }
}
