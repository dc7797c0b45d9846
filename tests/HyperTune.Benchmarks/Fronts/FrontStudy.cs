using System.Diagnostics;
using HyperTune.Numerics.Pareto;

namespace HyperTune.Benchmarks;

/// <summary>One study of a problem with several objectives.</summary>
/// <param name="Volume">The dominated volume at the end.</param>
/// <param name="MicrosecondsPerTrial">The tuner's own time.</param>
internal sealed record FrontStudy(double Volume, double MicrosecondsPerTrial)
{
    /// <summary>Runs a study.</summary>
    public static FrontStudy Run(IFrontTuner tuner, FrontProblem problem, int trials)
    {
        var feasible = new List<double[]>(trials);
        var stopwatch = new Stopwatch();
        for (int number = 0; number < trials; number++)
        {
            double[] vector = new double[problem.Space.DimensionCount];
            stopwatch.Start();
            tuner.Ask(number, vector);
            stopwatch.Stop();
            (double[] losses, double[] excess) = problem.Evaluate(vector);
            if (Array.TrueForAll(excess, static value => value <= 0))
            {
                feasible.Add(losses);
            }

            stopwatch.Start();
            tuner.Tell(number, vector, losses, excess);
            stopwatch.Stop();
        }

        return new FrontStudy(Hypervolume.Of(feasible, problem.Reference), stopwatch.Elapsed.TotalMicroseconds / trials);
    }
}
