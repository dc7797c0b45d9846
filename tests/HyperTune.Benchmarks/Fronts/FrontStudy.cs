using System.Diagnostics;
using HyperTune.Numerics.Pareto;

namespace HyperTune.Benchmarks;

/// <summary>One study of a problem with several objectives.</summary>
/// <param name="Volume">The dominated volume at the end.</param>
/// <param name="MicrosecondsPerTrial">The strategy's own time.</param>
internal sealed record FrontStudy(double Volume, double MicrosecondsPerTrial)
{
    public static FrontStudy Run(Strategy strategy, FrontProblem problem, int trials, ulong seed)
    {
        StrategyRun run = strategy.Start(new StrategyContext { Space = problem.Space, Seed = seed, TrialBudget = trials, ObjectiveCount = problem.Reference.Length });
        var feasible = new List<double[]>(trials);
        var stopwatch = new Stopwatch();
        for (int number = 0; number < trials; number++)
        {
            double[] vector = new double[problem.Space.DimensionCount];
            stopwatch.Start();
            run.TrySuggest(number, vector, CancellationToken.None);
            run.Announce(number, vector);
            stopwatch.Stop();
            (double[] losses, double[] excess) = problem.Evaluate(vector);
            var result = new TrialResult
            {
                Number = number,
                Vector = vector,
                State = TrialState.Completed,
                Values = losses,
                Violation = excess.Sum(static value => Math.Max(0, value)),
                Excess = excess,
            };
            if (result.Violation <= 0)
            {
                feasible.Add(losses);
            }

            stopwatch.Start();
            run.Tell(in result);
            stopwatch.Stop();
        }

        return new FrontStudy(Hypervolume.Of(feasible, problem.Reference), stopwatch.Elapsed.TotalMicroseconds / trials);
    }
}
