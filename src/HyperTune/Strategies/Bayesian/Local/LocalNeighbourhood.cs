using HyperTune.Models.Surrogates;
using HyperTune.Models.TrustRegions;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>The trials of the best one's branch, those with the same categories and the same active parameters, as they lie around it.</summary>
internal sealed class LocalNeighbourhood
{
    // With more trials the systems to solve take longer than a suggestion does without them.
    private const int MostTrials = 90;

    private readonly UnitCube _cube;
    private readonly double[] _center;
    private readonly double _bestValue;

    /// <param name="cube">The space.</param>
    /// <param name="best">The best trial.</param>
    public LocalNeighbourhood(UnitCube cube, in Observation best)
    {
        _cube = cube;
        _bestValue = best.Value;
        _center = new double[cube.Dimensions.Length];
        cube.Encode(best.Vector.Span, _center);
        Free = [.. cube.Numeric.Where(dimension => IsFree(dimension) && !double.IsNaN(_center[dimension.Index])).Select(static dimension => dimension.Index)];
    }

    /// <summary>The coordinates that a step changes.</summary>
    public int[] Free { get; }

    /// <summary>The best trial's point, not a number where a parameter is inactive.</summary>
    public ReadOnlySpan<double> Center => _center;

    /// <summary>The largest difference of a coordinate from the best trial; infinite for a trial of another branch.</summary>
    /// <param name="point">The trial's point.</param>
    public double DistanceOf(ReadOnlySpan<double> point)
    {
        double distance = 0;
        foreach (CubeDimension dimension in _cube.Dimensions)
        {
            double left = _center[dimension.Index];
            double right = point[dimension.Index];
            if (!left.Equals(right))
            {
                if (!IsFree(dimension) || double.IsNaN(left) || double.IsNaN(right))
                {
                    return double.PositiveInfinity;
                }

                distance = Math.Max(distance, Math.Abs(left - right));
            }
        }

        return distance;
    }

    /// <summary>The free coordinates of a point, in units from the best trial on.</summary>
    public double[] PlaceOf(ReadOnlySpan<double> point, double unit)
    {
        var place = new double[Free.Length];
        for (int j = 0; j < place.Length; j++)
        {
            place[j] = (point[Free[j]] - _center[Free[j]]) / unit;
        }

        return place;
    }

    /// <summary>Fits a model to the nearest trials: as many as a quadratic function has coefficients, and a few more.</summary>
    /// <param name="trials">The trials that are known.</param>
    /// <param name="radius">Half the width of the region.</param>
    /// <returns><see langword="null"/> when the trials are too few.</returns>
    public LocalModel? Fit(ReadOnlySpan<Observation> trials, double radius)
    {
        int d = Free.Length;
        var near = new List<(double Square, double[] Place, double Value)>();
        var point = new double[_center.Length];
        foreach (Observation trial in trials)
        {
            if (!trial.HasValue || !trial.IsFeasible || trial.IsOutside)
            {
                continue;
            }

            _cube.Encode(trial.Vector.Span, point);
            if (DistanceOf(point) is > 0 and < double.PositiveInfinity)
            {
                double[] place = PlaceOf(point, 1);
                near.Add((place.Sum(static coordinate => coordinate * coordinate), place, trial.Value - _bestValue));
            }
        }

        if (near.Count < d + 2)
        {
            return null;
        }

        int most = Math.Min(((d + 1) * (d + 2) / 2) + d, Math.Max(MostTrials, 2 * d));
        (double Square, double[] Place, double Value)[] nearest = [.. near.OrderBy(static trial => trial.Square).Take(most)];

        // The unit of the model's coordinates reaches at least as far as what is close by: closer in, nothing would say what the rest is like. A share of 1 was better
        // on rotated bowls, and worse in curved valleys.
        int reached = Math.Max(1, (int)(LocalFit.NearShare * (d + 1)) - 1);
        double unit = Math.Max(radius, Math.Sqrt(nearest[reached].Square));
        double limit = DivergedValues.Limit([.. nearest.Select(static trial => trial.Value)]);
        return LocalFit.Run(
            [.. nearest.SelectMany(static trial => trial.Place).Select(coordinate => coordinate / unit)],
            [.. nearest.Select(trial => Math.Min(trial.Value, limit))],
            unit);
    }

    // An integer with two values has no neighbourhood.
    private static bool IsFree(CubeDimension dimension) => !dimension.IsStructural && !dimension.IsFixed && dimension.Count is null or > 2;
}
