namespace HyperTune.Tests;

/// <summary>The steps in a trust region that the Bayesian strategy takes.</summary>
public sealed class LocalStepTests
{
    private const string Step = "a step within";

    [Fact]
    public void Narrow_bowl_that_is_turned_is_solved_to_many_digits()
    {
        var space = TestSpace.Cube(4);
        for (ulong seed = 0; seed < 3; seed++)
        {
            double with = Run(space, TurnedBowl, seed, 90, new BayesianOptions()).Best;
            double without = Run(space, TurnedBowl, seed, 90, new BayesianOptions { LocalSteps = false }).Best;
            Assert.InRange(with, 0, 1e-6);
            Assert.InRange(with / without, 0, 1e-2);
        }
    }

    [Fact]
    public void There_are_never_more_than_three_in_a_row_and_none_at_first()
    {
        (_, List<bool> steps, _) = Run(TestSpace.Cube(4), TurnedBowl, seed: 1, trials: 70, new BayesianOptions());
        Assert.Contains(true, steps);
        Assert.DoesNotContain(true, steps.Take(20));
        Assert.DoesNotContain(Enumerable.Range(0, steps.Count - 3), i => steps.Skip(i).Take(4).All(static step => step));
    }

    [Theory]
    [InlineData(20, false, 8)]
    [InlineData(60, false, 12)]
    [InlineData(80, false, 16)]
    [InlineData(200, false, 20)]
    [InlineData(60, true, 20)]
    public void They_begin_after_a_fifth_of_a_short_study_of_numbers(int budget, bool hasCategory, int first)
    {
        TestSpace space = hasCategory
            ? TestSpace.Of(
                [.. Enumerable.Range(0, 4).Select(static i => TestSpace.CreateParameter($"x{i}", i, new UniformDistribution(0, 1))),
                TestSpace.CreateParameter("kind", 4, new ChoiceDistribution(["a", "b"]))])
            : TestSpace.Cube(4);
        int earliest = int.MaxValue;
        for (ulong seed = 0; seed < 8; seed++)
        {
            (_, List<bool> steps, _) = Run(space, TurnedBowl, seed, trials: first + 12, new BayesianOptions(), budget);
            earliest = steps.IndexOf(true) is var step and >= 0 ? Math.Min(earliest, step) : earliest;
        }

        // There need not be one that promises enough at once.
        Assert.InRange(earliest, first, first + (first < 20 ? 0 : 11));
    }

    [Theory]
    [InlineData(45, 27)]
    [InlineData(60, 40)]
    [InlineData(120, 96)]
    public void Last_trials_of_a_study_are_for_steps_where_its_end_is_known(int trials, int end)
    {
        int longest = 0;
        for (ulong seed = 0; seed < 4; seed++)
        {
            (_, List<bool> steps, _) = Run(TestSpace.Cube(4), Valley, seed, trials, new BayesianOptions(), budget: trials);
            Assert.InRange(LongestRow(steps[..end]), 1, 3);
            longest = Math.Max(longest, LongestRow(steps[end..]));
        }

        Assert.InRange(longest, 4, 8);

        // Rosenbrock's function on [-2, 2]: there is always something left to gain.
        static double Valley(double[] x)
        {
            double[] y = [.. x.Select(static coordinate => (4 * coordinate) - 2)];
            return Enumerable.Range(0, 3).Sum(i => (100 * Math.Pow(y[i + 1] - (y[i] * y[i]), 2)) + Math.Pow(1 - y[i], 2));
        }

        static int LongestRow(List<bool> steps)
        {
            int longest = 0;
            int row = 0;
            foreach (bool isStep in steps)
            {
                row = isStep ? row + 1 : 0;
                longest = Math.Max(longest, row);
            }

            return longest;
        }
    }

    [Fact]
    public void There_are_none_where_they_are_switched_off()
    {
        (_, List<bool> steps, _) = Run(TestSpace.Cube(4), TurnedBowl, seed: 1, trials: 50, new BayesianOptions { LocalSteps = false });
        Assert.DoesNotContain(true, steps);
        Assert.Equal("Bayesian(no local steps)", Strategy.Bayesian(new BayesianOptions { LocalSteps = false }).ToString());
    }

    [Fact]
    public void Noise_is_not_followed()
    {
        var random = new RandomStream(4);
        (_, List<bool> steps, _) = Run(TestSpace.Cube(3), _ => 5 + random.NextNormal(), seed: 2, trials: 60, new BayesianOptions());

        // A third of those that could be. Models of some dozen trials cannot tell noise from shape yet.
        Assert.InRange(steps.Skip(30).Count(static step => step), 0, 10);
    }

    [Fact]
    public void Numbers_of_the_best_branch_are_improved()
    {
        TestSpace space = TestSpace.Of(
            TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["a", "b", "c"])),
            TestSpace.CreateParameter("x", 1, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("y", 2, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("count", 3, new UniformDistribution(1, 12, step: 1)));
        double ratio = 1;
        for (ulong seed = 0; seed < 3; seed++)
        {
            (double best, List<bool> steps, List<double[]> vectors) = Run(space, Mixed, seed, trials: 80, new BayesianOptions());
            Assert.Contains(true, steps);
            Assert.All(vectors, vector => Assert.True(space.Contains(vector)));
            ratio *= best / Run(space, Mixed, seed, trials: 80, new BayesianOptions { LocalSteps = false }).Best;
        }

        Assert.InRange(ratio, 0, 1e-3);

        static double Mixed(double[] v)
        {
            (double along, double across) = (v[1] + v[2] - 1.1, v[1] - v[2] - 0.2);
            return (v[0] == 1 ? 0 : 0.5) + (along * along) + (300 * across * across) + (0.01 * Math.Pow(v[3] - 7, 2));
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(62)]
    public void Region_follows_from_the_trials_alone(int trials)
    {
        TestSpace space = TestSpace.Cube(4);
        (_, _, List<double[]> vectors) = Run(space, TurnedBowl, seed: 6, trials + 1, new BayesianOptions());
        StrategyRun resumed = Start(space, seed: 6, new BayesianOptions());
        int[] order = [.. Enumerable.Range(0, trials)];
        new RandomStream(3).Shuffle<int>(order);
        foreach (int number in order)
        {
            resumed.Announce(number, vectors[number]);
            Tell(resumed, number, vectors[number], TurnedBowl(vectors[number]));
        }

        var next = new double[4];
        Assert.True(resumed.TrySuggest(trials, next, CancellationToken.None));
        Assert.Equal(vectors[trials], next);
    }

    [Fact]
    public void Failing_surroundings_shrink_the_region()
    {
        // Everything closer to the minimum than the best trial so far fails.
        var bests = new List<double>();
        for (ulong seed = 0; seed < 9; seed++)
        {
            (double best, List<bool> steps, _) = Run(TestSpace.Cube(2), Bowl, seed, trials: 60, new BayesianOptions());
            Assert.InRange(steps.Count(static step => step), 1, 30);
            bests.Add(best);
        }

        bests.Sort();
        Assert.InRange(bests[bests.Count / 2], 0.00125, 0.0014);

        static double Bowl(double[] x)
        {
            (double a, double b) = (x[0] - 0.7, x[1] - 0.7);
            return Math.Abs(a) + Math.Abs(b) < 0.05 ? double.NaN : (a * a) + (b * b);
        }
    }

    [Fact]
    public void Once_they_have_converged_other_trials_find_the_deeper_needle_beside()
    {
        int found = 0;
        for (ulong seed = 0; seed < 8; seed++)
        {
            (double best, _, _) = Run(TestSpace.Cube(4), Needles, seed, trials: 150, new BayesianOptions());
            found += best < -8 ? 1 : 0;
        }

        Assert.InRange(found, 6, 8);

        // Two of Shekel's needles, the deeper one a twentieth of the range away from the other.
        static double Needles(double[] x) => -Needle(x, 0.35, 0.25, 0.3) - Needle(x, 0.3, 0.3, 0.1);

        static double Needle(double[] x, double even, double odd, double width)
        {
            double square = Enumerable.Range(0, x.Length).Sum(i => Math.Pow(20 * (x[i] - (i % 2 == 0 ? even : odd)), 2));
            return 1 / (width + square);
        }
    }

    // Axes of condition 1,000, none along a coordinate.
    private static double TurnedBowl(double[] x)
    {
        double[] y = [x[0] - 0.62, x[1] - 0.31, x[2] - 0.44, x[3] - 0.71];
        double a = y[0] + y[1] + y[2] + y[3];
        double b = y[0] - y[1] + y[2] - y[3];
        double c = y[0] + y[1] - y[2] - y[3];
        double d = y[0] - y[1] - y[2] + y[3];
        return (a * a) + (10 * b * b) + (100 * c * c) + (1000 * d * d);
    }

    private static StrategyRun Start(SearchSpace space, ulong seed, BayesianOptions options, int? budget = null)
        => Strategy.Bayesian(options).Start(new StrategyContext { Space = space, Seed = seed, TrialBudget = budget });

    private static (double Best, List<bool> Steps, List<double[]> Vectors) Run(
        SearchSpace space, Func<double[], double> objective, ulong seed, int trials, BayesianOptions options, int? budget = null)
    {
        StrategyRun run = Start(space, seed, options, budget);
        var steps = new List<bool>();
        var vectors = new List<double[]>();
        double best = double.PositiveInfinity;
        for (int number = 0; number < trials; number++)
        {
            var vector = new double[space.DimensionCount];
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            steps.Add(run.Explanation!.Contains(Step, StringComparison.Ordinal));
            vectors.Add(vector);
            run.Announce(number, vector);
            double value = objective(vector);
            Tell(run, number, vector, value);
            best = double.IsNaN(value) ? best : Math.Min(best, value);
        }

        return (best, steps, vectors);
    }

    private static void Tell(StrategyRun run, int number, double[] vector, double value) => run.Tell(double.IsNaN(value)
        ? new TrialResult { Number = number, Vector = vector, State = TrialState.Failed }
        : new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value } });
}
