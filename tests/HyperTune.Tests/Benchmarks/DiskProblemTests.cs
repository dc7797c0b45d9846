using HyperTune.Benchmarks;

namespace HyperTune.Tests;

/// <summary>The problems with a limit: whether their optimum is the one, and what studies of them count.</summary>
public sealed class DiskProblemTests
{
    private const int Draws = 100_000;
    private const int Polished = 8;

    public static TheoryData<string> Names => [.. DiskProblem.All.Select(static problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Optimum_is_what_a_dense_search_with_polishing_finds(string name)
    {
        DiskProblem problem = DiskProblem.All.Single(problem => problem.Name == name);
        Assert.InRange(problem.Excess([.. problem.Place]), double.NegativeInfinity, 1e-12);
        var random = new RandomStream(5);
        var drawn = new List<(double Value, double[] Vector)>();
        double[] vector = new double[problem.Space.DimensionCount];
        for (int i = 0; i < Draws; i++)
        {
            problem.Space.SampleVector(ref random, vector);
            if (problem.Excess(vector) <= 0)
            {
                drawn.Add((problem.Evaluate(vector), [.. vector]));
            }
        }

        double best = double.PositiveInfinity;
        foreach ((double value, double[] start) in drawn.OrderBy(static pair => pair.Value).Take(Polished))
        {
            best = Math.Min(best, Polish(problem, value, start, ref random));
        }

        Assert.InRange(best - problem.Optimum, -1e-9, 1e-6);
    }

    [Fact]
    public void Limit_matters()
    {
        foreach (DiskProblem problem in DiskProblem.All.Where(static problem => problem.Name.EndsWith("edge", StringComparison.Ordinal)))
        {
            double unlimited = problem.Space.DimensionCount == 2 ? 0.39788735772973816 : PublicProblems.HartmannOptimum;
            Assert.True(problem.Optimum > unlimited + 0.05);
            Assert.Equal(0, problem.Excess([.. problem.Place]), 1e-12);
        }
    }

    [Fact]
    public void Study_that_fails_outside_has_the_same_random_trials_as_one_with_the_limit()
    {
        DiskProblem problem = DiskProblem.All[1];
        ConstrainedStudy failing = problem.Run(Strategy.Random(), failsOutside: true, trials: 60, seed: 3);
        Assert.Equal(failing, problem.Run(Strategy.Random(), failsOutside: false, trials: 60, seed: 3));
        Assert.InRange(failing.AllowedShare, 0.2, 0.5);
        Assert.InRange(failing.Regret, 0.01, 20);
    }

    // Steps of all lengths in random directions, back into the disk where they leave it.
    private static double Polish(DiskProblem problem, double value, double[] vector, ref RandomStream random)
    {
        double[] step = new double[vector.Length];
        for (double length = 0.1; length > 1e-9;)
        {
            bool improves = false;
            for (int i = 0; i < 40 * vector.Length && !improves; i++)
            {
                for (int k = 0; k < step.Length; k++)
                {
                    Distribution distribution = problem.Space.Parameters[k].Distribution;
                    step[k] = distribution.FromUnit(Math.Clamp(distribution.ToUnit(vector[k]) + (length * random.NextNormal()), 0, 1));
                }

                problem.MoveInside(step);
                double reached = problem.Evaluate(step);
                if (reached < value && problem.Excess(step) <= 1e-12)
                {
                    (value, improves) = (reached, true);
                    step.CopyTo(vector, 0);
                }
            }

            length *= improves ? 1.5 : 0.6;
        }

        return value;
    }
}
