using System.Collections.Immutable;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Gradient;

/// <summary>The coordinates that a local run moves: the places in [0, 1] of the continuous parameters of one config, all others being constant.</summary>
/// <remarks>Places are those in the whole ranges, as the derivatives are; a value that another one bounds is moved to its end where it would lie beyond.</remarks>
internal sealed class LocalSpace
{
    private readonly SearchSpace _space;
    private readonly ImmutableArray<CubeDimension> _dimensions;
    private readonly ReadOnlyMemory<double> _origin;

    /// <param name="cube">The space.</param>
    /// <param name="origin">The config, as a vector of the space.</param>
    public LocalSpace(UnitCube cube, ReadOnlyMemory<double> origin)
    {
        _space = cube.Space;
        _origin = origin;
        _dimensions = [.. cube.Numeric.Where(dimension => CanMove(dimension.Parameter) && !dimension.DecidesOthers && !double.IsNaN(origin.Span[dimension.Parameter.Index]))];
    }

    /// <summary>The number of coordinates.</summary>
    public int Count => _dimensions.Length;

    /// <summary>Whether a parameter's values have neighbours on both sides that mean nearly the same.</summary>
    public static bool CanMove(Parameter parameter) => parameter.Distribution is { IsContinuous: true, IsConstant: false } && parameter.Keys is null;

    public double Low(int coordinate) => _dimensions[coordinate].Low;

    public double High(int coordinate) => _dimensions[coordinate].High;

    /// <summary>The coordinates of a vector.</summary>
    public double[] Read(ReadOnlySpan<double> vector)
    {
        double[] point = new double[Count];
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = _dimensions[i].Parameter.Distribution.ToUnit(vector[_dimensions[i].Parameter.Index]);
        }

        return point;
    }

    /// <summary>The derivatives by the coordinates; not a number where one is not known.</summary>
    /// <param name="gradient">Those of a trial, by the places of the space's parameters; empty for none.</param>
    public double[] ReadGradient(ReadOnlySpan<double> gradient)
    {
        double[] derivatives = new double[Count];
        for (int i = 0; i < derivatives.Length; i++)
        {
            double derivative = gradient.IsEmpty ? double.NaN : gradient[_dimensions[i].Parameter.Index];
            derivatives[i] = double.IsFinite(derivative) ? derivative : double.NaN;
        }

        return derivatives;
    }

    /// <summary>The vector at some coordinates, brought into the ranges; <see langword="null"/> where a constraint forbids it.</summary>
    public double[]? Write(ReadOnlySpan<double> point)
    {
        double[] vector = _origin.ToArray();
        for (int i = 0; i < point.Length; i++)
        {
            CubeDimension dimension = _dimensions[i];
            vector[dimension.Parameter.Index] = dimension.Parameter.Distribution.FromUnit(Math.Clamp(point[i], dimension.Low, dimension.High));
        }

        _space.MoveWithinBounds(vector);
        return _space.FindViolatedConstraint(vector) is null ? vector : null;
    }

    /// <summary>How far a config is from some coordinates, per coordinate in the quadratic mean; infinite for one with other constants.</summary>
    public double Distance(ReadOnlySpan<double> point, ReadOnlySpan<double> vector)
    {
        double sum = 0;
        int next = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            if (next < Count && _dimensions[next].Parameter.Index == i)
            {
                double difference = double.IsNaN(vector[i]) ? double.PositiveInfinity : _dimensions[next].Parameter.Distribution.ToUnit(vector[i]) - point[next];
                sum += difference * difference;
                next++;
            }
            else if (!vector[i].Equals(_origin.Span[i]))
            {
                return double.PositiveInfinity;
            }
        }

        return Count == 0 ? 0 : Math.Sqrt(sum / Count);
    }
}
