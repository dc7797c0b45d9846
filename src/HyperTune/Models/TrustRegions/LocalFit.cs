using HyperTune.Numerics;

namespace HyperTune.Models.TrustRegions;

/// <summary>Fits a <see cref="LocalModel"/>: of several scales, spreads, kernels and tolerated misfits those with the least leave-one-out error.</summary>
/// <remarks>
/// The model minimizes a' K a / 2 + sum_i r_i^2 / (2 lambda v_i) with a free linear part, r_i the misfit of trial i and v_i = max(1, |z_i|^2 / s^2)^3, so that trials
/// further away than the spread s need not be met.
/// </remarks>
internal static class LocalFit
{
    /// <summary>What is close by: this share of the trials that a linear function needs, the nearest ones.</summary>
    public const double NearShare = 0.4;

    // What comparisons left of one kernel for all coordinates together, nearly one for each by itself, and the latter with third and fourth orders.
    private const double JointShare = 0.1;

    // The radius, as a share of the range, from which on third and fourth orders matter as much as the second.
    private const double CurvedRadius = 0.3;

    // Where the typical value close by is a smaller share of the largest one, roots are tried, too. Beside a fourth power nothing else shows a bowl; where values
    // differ less, roots brought nothing.
    private const double LargestTypical = 0.003;

    // And not in regions smaller than this share of the range, where a smooth function is nearly quadratic: roots cost some of the last digits there.
    private const double SmallestRootUnit = 0.005;

    // In units. Of a bowl, distant trials tell the shape, which the few near its optimum do not; of anything else, they are in the way.
    private static readonly double[] Spreads = [1, 4, 16];

    private static readonly double[] Misfits = [1e-10, 1e-7, 1e-4, 1e-2, 1];

    /// <summary>Fits the model.</summary>
    /// <param name="points">
    /// The coordinates of the trials but the best one, the nearest first, one after the other, in units of <paramref name="unit"/> from the best one on.
    /// </param>
    /// <param name="values">Their differences to the best value.</param>
    /// <param name="unit">The unit as a share of the range.</param>
    /// <returns><see langword="null"/> when the trials are too few, or all as good as the best one.</returns>
    public static LocalModel? Run(double[] points, double[] values, double unit)
    {
        int count = values.Length;
        int dimension = count == 0 ? 0 : points.Length / count;
        double scale = count == 0 ? 0 : values.Max();
        if (count < dimension + 2 || !(scale > 0))
        {
            return null;
        }

        double[] differences = [.. values.Select(value => value / scale)];
        double reach = Reach(points, dimension);
        double curve = unit / CurvedRadius * (unit / CurvedRadius);
        ReadOnlySpan<LocalKernel> kernels = [new(1, 0), new(JointShare, 0), new(JointShare, curve)];
        (double Error, LocalScale Scale, LocalKernel Kernel, double[] Weights, double[] Slope) best = (double.PositiveInfinity, default, default, [], []);
        foreach (LocalScale fitted in ScalesOf(differences, dimension, unit))
        {
            for (int i = 0; i < Spreads.Length && (i == 0 || Spreads[i - 1] < reach); i++)
            {
                var solver = new LocalSolver(points, differences, fitted, Spreads[i]);
                foreach (LocalKernel kernel in kernels)
                {
                    solver.Prepare(kernel);
                    foreach (double misfit in Misfits)
                    {
                        double error = solver.Solve(misfit);
                        if (error < best.Error)
                        {
                            best = (error, fitted, kernel, solver.Weights(), solver.Slope(misfit));
                        }
                    }
                }
            }
        }

        double factor = best.Scale.OutputFactor(scale);
        return best.Weights.Length == 0
            ? null
            : new LocalModel(
                best.Scale.Times(scale), best.Kernel, points, Scaled(best.Weights, factor), Scaled(best.Slope, factor), unit, best.Error * scale);
    }

    private static LocalScale[] ScalesOf(double[] differences, int dimension, double unit)
    {
        double[] near = [.. differences.Take(Math.Max(2, (int)(NearShare * (dimension + 1)))).Order()];
        double typical = near[near.Length / 2];
        return unit >= SmallestRootUnit && typical is > 0 and < LargestTypical ? [LocalScale.Plain, LocalScale.Root(typical)] : [LocalScale.Plain];
    }

    // How far the farthest trial is away.
    private static double Reach(double[] points, int dimension)
    {
        double square = 0;
        for (int i = 0; i < points.Length; i += dimension)
        {
            ReadOnlySpan<double> point = points.AsSpan(i, dimension);
            square = Math.Max(square, SimdMath.Dot(point, point, dimension));
        }

        return Math.Sqrt(square);
    }

    private static double[] Scaled(double[] values, double factor) => [.. values.Select(value => value * factor)];
}
