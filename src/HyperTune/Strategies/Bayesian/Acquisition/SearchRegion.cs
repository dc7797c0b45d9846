using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>The part of the space in which a suggestion must lie: all of it, or one that forces exploration.</summary>
internal sealed class SearchRegion
{
    private readonly double[] _fixed;
    private readonly double[]? _center;
    private readonly double _radius;
    private readonly int _numericCount;

    private SearchRegion(double[] @fixed, double[]? center, double radius, int numericCount)
    {
        _fixed = @fixed;
        _center = center;
        _radius = radius;
        _numericCount = numericCount;
    }

    /// <summary>All of the space.</summary>
    public static SearchRegion Everywhere(UnitCube cube) => new(FixedBy(cube), null, 0, 0);

    /// <summary>Only points with the given coordinates; not a number leaves a coordinate free.</summary>
    public static SearchRegion WithFixed(UnitCube cube, double[] coordinates)
        => new([.. coordinates.Zip(FixedBy(cube), static (wanted, only) => double.IsNaN(only) ? wanted : only)], null, 0, 0);

    /// <summary>Only points that differ from <paramref name="center"/> by more than <paramref name="radius"/> on some numeric dimension.</summary>
    public static SearchRegion AwayFrom(UnitCube cube, double[] center, double radius) => new(FixedBy(cube), center, radius, cube.Numeric.Length);

    public bool IsFixed(int dimension) => !double.IsNaN(_fixed[dimension]);

    /// <summary>Whether a draft has the fixed coordinates by itself. Others, given them, could bring parameters to life that had no value.</summary>
    public bool HasFixed(ReadOnlySpan<double> draft)
    {
        for (int k = 0; k < _fixed.Length; k++)
        {
            if (IsFixed(k) && draft[k] != _fixed[k])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a trial has the fixed coordinates.</summary>
    public bool HasFixed(UnitCube cube, in Observation trial)
    {
        double[] point = new double[_fixed.Length];
        ModelPoint.Encode(cube, trial.Vector.Span, point);
        return HasFixed(point);
    }

    /// <summary>Gives a draft the fixed coordinates.</summary>
    public void Apply(Span<double> draft)
    {
        for (int k = 0; k < _fixed.Length; k++)
        {
            if (IsFixed(k))
            {
                draft[k] = _fixed[k];
            }
        }
    }

    /// <summary>Whether a point with the fixed coordinates lies inside.</summary>
    public bool Contains(ReadOnlySpan<double> point)
    {
        if (_center is null)
        {
            return true;
        }

        for (int k = 0; k < _numericCount; k++)
        {
            if (Math.Abs(point[k] - _center[k]) > _radius)
            {
                return true;
            }
        }

        return false;
    }

    // Where a narrowed space leaves a parameter a single value, there is nothing to choose.
    private static double[] FixedBy(UnitCube cube) => [.. cube.Dimensions.Select(static dimension => dimension.IsFixed ? dimension.Low : double.NaN)];
}
