using HyperTune.Models.Surrogates;
using HyperTune.Models.TrustRegions;
using HyperTune.Numerics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>Where the model of a trust region is smallest.</summary>
/// <param name="Point">The point of the cube, not a number where a parameter is inactive.</param>
/// <param name="Gain">By how much the model expects it to be better than the best trial.</param>
/// <param name="Radius">Half the width of the region, as a share of the range.</param>
/// <param name="Model">The model.</param>
internal sealed record LocalStep(double[] Point, double Gain, double Radius, LocalModel Model)
{
    private const int Starts = 6;

    // A smaller gain, as a share of the distance between the median and the best value, is lost in rounding.
    private const double SmallestGainShare = 1e-9;

    private static readonly LbfgsSettings Search = new() { MaximumIterations = 60, GradientTolerance = 1e-10, RelativeDecrease = 1e-10, LargestStep = 0.5 };

    /// <summary>Fits the model and looks for its minimum in the region.</summary>
    /// <param name="cube">The space.</param>
    /// <param name="neighbourhood">What lies around the best trial.</param>
    /// <param name="trials">The trials that are known.</param>
    /// <param name="radius">Half the width of the region, as a share of the range.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns><see langword="null"/> when the trials are too few, or there is nothing to gain.</returns>
    public static LocalStep? Find(
        UnitCube cube, LocalNeighbourhood neighbourhood, ReadOnlySpan<Observation> trials, double radius, CancellationToken cancellationToken)
    {
        int[] free = neighbourhood.Free;
        if (free.Length == 0 || neighbourhood.Fit(trials, radius) is not { } model)
        {
            return null;
        }

        var lower = new double[free.Length];
        var upper = new double[free.Length];
        for (int j = 0; j < free.Length; j++)
        {
            CubeDimension dimension = cube.Dimensions[free[j]];
            double center = neighbourhood.Center[free[j]];
            lower[j] = Math.Min(0, Math.Max(-radius, dimension.Low - center)) / model.Unit;
            upper[j] = Math.Max(0, Math.Min(radius, dimension.High - center)) / model.Unit;
        }

        double[] place = Minimize(model, lower, upper, (ulong)trials.Length, cancellationToken);
        double[] point = neighbourhood.Center.ToArray();
        for (int j = 0; j < free.Length; j++)
        {
            CubeDimension dimension = cube.Dimensions[free[j]];
            point[free[j]] = dimension.Snap(Math.Clamp(point[free[j]] + (model.Unit * place[j]), dimension.Low, dimension.High));
        }

        double gain = -model.Evaluate(neighbourhood.PlaceOf(point, model.Unit));
        return gain > SmallestGainShare * Spread(trials) ? new LocalStep(point, gain, radius, model) : null;
    }

    // From the best trial, and from evenly drawn points: the model may have several minima.
    private static double[] Minimize(LocalModel model, double[] lower, double[] upper, ulong seed, CancellationToken cancellationToken)
    {
        var minimizer = new ProjectedLbfgs(lower.Length);
        var random = new RandomStream(seed);
        double[] best = new double[lower.Length];
        double value = 0;
        for (int start = 0; start < Starts; start++)
        {
            var place = new double[lower.Length];
            for (int j = 0; start > 0 && j < place.Length; j++)
            {
                place[j] = lower[j] + ((upper[j] - lower[j]) * random.NextUnit());
            }

            double reached = minimizer.Minimize(model, place, lower, upper, Search, cancellationToken);
            (value, best) = reached < value ? (reached, place) : (value, best);
        }

        return best;
    }

    /// <summary>The distance between the median and the best value.</summary>
    /// <param name="trials">The trials that are known; one of them has a value.</param>
    public static double Spread(ReadOnlySpan<Observation> trials)
    {
        var values = new List<double>(trials.Length);
        foreach (Observation trial in trials)
        {
            if (trial.HasValue)
            {
                values.Add(trial.Value);
            }
        }

        values.Sort();
        return values[values.Count / 2] - values[0];
    }
}
