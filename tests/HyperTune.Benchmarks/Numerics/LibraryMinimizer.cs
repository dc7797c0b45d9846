using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace HyperTune.Benchmarks;

/// <summary>MathNet's minimizers on a fit, with the tolerances of ours.</summary>
internal static class LibraryMinimizer
{
    private const double ParameterTolerance = 1e-8;
    private const int Memory = 8;

    /// <summary>Searches inside the bounds.</summary>
    /// <returns>The lowest value seen.</returns>
    public static double BoundedBfgs(FitData fit, double[] start)
        => Search(fit, start, (function, point) => new BfgsBMinimizer(
            fit.Settings.GradientTolerance, ParameterTolerance, fit.Settings.RelativeDecrease, fit.Settings.MaximumIterations)
            .FindMinimum(function, Vector(fit.Prior.Lower), Vector(fit.Prior.Upper), point));

    /// <summary>Searches without bounds, which this minimizer does not know; points outside count as their projection.</summary>
    /// <returns>The lowest value seen.</returns>
    public static double LimitedMemoryBfgs(FitData fit, double[] start)
        => Search(fit, start, (function, point) => new LimitedMemoryBfgsMinimizer(
            fit.Settings.GradientTolerance, ParameterTolerance, fit.Settings.RelativeDecrease, Memory, fit.Settings.MaximumIterations)
            .FindMinimum(function, point));

    private static double Search(FitData fit, double[] start, Action<IObjectiveFunction, Vector<double>> search)
    {
        double lowest = double.PositiveInfinity;
        double[] point = new double[start.Length];
        IObjectiveFunction function = ObjectiveFunction.Gradient(x =>
        {
            for (int i = 0; i < point.Length; i++)
            {
                point[i] = Math.Clamp(x[i], fit.Prior.Lower[i], fit.Prior.Upper[i]);
            }

            double value = fit.Evaluate(point);
            var gradient = new double[point.Length];
            if (double.IsFinite(value))
            {
                fit.WriteGradient(gradient);
            }

            lowest = Math.Min(lowest, value);
            return (value, Vector<double>.Build.Dense(gradient));
        });
        try
        {
            search(function, Vector<double>.Build.Dense(start));
        }
        catch (OptimizationException)
        {
            // Out of steps, or a line search that finds nothing lower: both are ends of a search for us, with the best point so far.
        }

        return lowest;
    }

    private static Vector<double> Vector(ReadOnlySpan<double> values) => Vector<double>.Build.Dense(values.ToArray());
}
