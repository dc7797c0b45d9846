using HyperTune.Benchmarks;

namespace HyperTune.Tests;

/// <summary>What the quality benchmark can do to a problem beside moving its optimum about.</summary>
public sealed class StudySettingTests
{
    private static readonly Problem Levy = PublicProblems.All.Single(static problem => problem.Name == "levy8");

    [Fact]
    public void Edge_variant_has_its_optimum_at_an_end_of_about_half_of_the_ranges()
    {
        var places = new List<double>();
        for (ulong seed = 0; seed < 20; seed++)
        {
            Problem problem = Levy.CreateVariant(Variant.Edge, seed)!;
            Assert.Equal(0, problem.Evaluate([.. problem.Place!]), 1e-9);
            places.AddRange(problem.Place!);
        }

        Assert.InRange(places.Count(static x => Math.Abs(x) == 10), 0.35 * places.Count, 0.65 * places.Count);
    }

    [Fact]
    public void Wide_problems_have_the_optimum_they_claim()
    {
        foreach (Problem wide in WideProblems.All)
        {
            Problem problem = wide.CreateVariant(Variant.Shifted, 3)!;
            Assert.Equal(problem.Optimum, problem.Evaluate([.. problem.Place!]), 1e-6);
            Assert.Equal(wide.Name.EndsWith("50", StringComparison.Ordinal) ? 50 : 20, problem.Space.DimensionCount);
        }
    }

    [Fact]
    public void Failing_region_has_its_share_and_not_the_optimum()
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            Problem problem = Levy.CreateVariant(Variant.Shifted, seed)!;
            var region = new FailingRegion(problem, 0.3, seed);
            Assert.False(region.Contains([.. problem.Place!]));
            var random = new RandomStream(seed, 77);
            double[] vector = new double[problem.Space.DimensionCount];
            int failing = 0;
            for (int i = 0; i < 1000; i++)
            {
                problem.Space.SampleVector(ref random, vector);
                failing += region.Contains(vector) ? 1 : 0;
            }

            Assert.InRange(failing, 240, 360);
        }
    }

    [Theory]
    [InlineData("Cells")]
    [InlineData("Rounded")]
    public void Plateaus_give_many_configs_the_same_value_and_none_below_the_optimum(string kind)
    {
        Problem smooth = Levy.CreateVariant(Variant.Shifted, 2)!;
        var problem = new PlateauProblem(smooth, Enum.Parse<PlateauKind>(kind), seed: 2);
        var random = new RandomStream(8);
        double[] vector = new double[problem.Space.DimensionCount];
        int same = 0;
        for (int i = 0; i < 200; i++)
        {
            problem.Space.SampleVector(ref random, vector);
            double value = problem.Evaluate(vector);
            Assert.True(value >= problem.Optimum);
            Assert.True(problem.Evaluate(vector) != smooth.Evaluate(vector));
            vector[0] += vector[0] > 0 ? -1e-3 : 1e-3;
            same += problem.Evaluate(vector) == value ? 1 : 0;
        }

        Assert.InRange(same, 180, 200);
    }

    [Fact]
    public void Study_counts_its_failed_trials_and_starts_from_the_guess()
    {
        Problem problem = Levy.CreateVariant(Variant.Shifted, 1)!;
        Benchmarks.StudyRun random = StudySimulator.Run(Strategy.Random(), problem, 1, new StudySettings(Trials: 200, FailingShare: 0.3));
        Assert.InRange(random.FailedShare, 0.2, 0.4);
        Benchmarks.StudyRun guessed = StudySimulator.Run(Strategy.Random(), problem, 1, new StudySettings(Trials: 2, GuessDistance: 0));
        Assert.Equal(0, guessed.Regrets[0], 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Simulated_study_with_a_window_has_the_trials_of_a_real_one(int workers)
    {
        Problem branin = PublicProblems.All[0];
        Benchmarks.StudyRun simulated = StudySimulator.Run(Strategy.Bayesian(), branin, 5, new StudySettings(Trials: 24, Workers: workers, Window: 8));
        StudyOptions options = new() { Strategy = Strategy.Bayesian(), Seed = 5, ReproducibleUpTo = 8 };
        StudyResult<Branin> real = Study.Minimize<Branin>(options).Run(static config => config.Value(), 24);
        Assert.Equal(real.Completed.Min(static trial => trial.Value!.Value) - branin.Optimum, simulated.Final);
    }

    [Fact]
    public void Trials_that_wait_for_others_take_longer_together()
    {
        Problem branin = PublicProblems.All[0];
        double Duration(int workers, int? window, DurationKind kind)
            => StudySimulator.Run(Strategy.Random(), branin, 3, new StudySettings(Trials: 80, Workers: workers, Window: window, Durations: kind)).Duration;
        foreach (DurationKind kind in Enum.GetValues<DurationKind>())
        {
            double alone = Duration(1, null, kind);
            Assert.Equal(alone, Duration(1, 8, kind), 1e-9);
            Assert.InRange(alone, 60, 100);
            double prompt = Duration(8, null, kind);
            double near = Duration(8, 16, kind);
            double ordered = Duration(8, 8, kind);
            Assert.InRange(prompt, alone / 8, alone / 4);
            Assert.InRange(near, prompt, ordered);
            Assert.InRange(ordered, prompt * 1.05, alone);
        }
    }

    [Fact]
    public void Plain_Gaussian_process_learns_and_its_gradient_is_that_of_its_density()
    {
        Benchmarks.StudyRun plain = StudySimulator.Run(new PlainGaussianProcess(), PublicProblems.All[0], 2, new StudySettings(Trials: 40));
        Assert.True(plain.Final < 0.05, $"{plain.Final}");

        var points = new PointSet(2);
        double[] outputs = new double[12];
        var random = new RandomStream(4);
        for (int i = 0; i < outputs.Length; i++)
        {
            double[] x = [random.NextUnit(), random.NextUnit()];
            points.Add(x);
            outputs[i] = Math.Sin(6 * x[0]) + x[1];
        }

        var posterior = new JointPosterior(points, 2, outputs);
        double[] at = [-0.5, 0.3, 0.1, -5];
        double[] gradient = new double[at.Length];
        posterior.Evaluate(at);
        posterior.WriteGradient(gradient);
        for (int k = 0; k < at.Length; k++)
        {
            double[] above = [.. at];
            double[] below = [.. at];
            above[k] += 1e-5;
            below[k] -= 1e-5;
            double expected = (posterior.Evaluate(above) - posterior.Evaluate(below)) / 2e-5;
            Assert.Equal(expected, gradient[k], 1e-5 * Math.Max(1, Math.Abs(expected)));
        }
    }
}
