namespace HyperTune.Tests;

public sealed class GradientStrategyTests
{
    private static readonly TestSpace Scales = new(
        new UniformDistribution(-200, 900), new LogUniformDistribution(1e-6, 1), new NormalDistribution(3, 2), new LogNormalDistribution(1, 0.5));

    [Theory]
    [InlineData(OptimizationDirection.Minimize)]
    [InlineData(OptimizationDirection.Maximize)]
    public void Minimum_is_found_on_every_scale_in_either_direction(OptimizationDirection direction)
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(Scales, 0.3, 0.7, 0.45, 0.8);
        int sign = direction == OptimizationDirection.Minimize ? 1 : -1;
        DifferentiatedFunction turned = bowl with { Value = x => sign * bowl.Value(x), Gradient = x => [.. bowl.Gradient(x).Select(derivative => sign * derivative)] };
        Assert.InRange(sign * turned.Run(20, direction: direction).Best.Value!.Value, 0, 1e-12);
    }

    [Fact]
    public void Minimum_at_ends_of_ranges_is_hit_exactly()
    {
        DifferentiatedFunction slope = new(
            new TestSpace(new UniformDistribution(-1, 2), new LogUniformDistribution(0.01, 10), new UniformDistribution(0, 1)),
            static x => x[0] - Math.Log(x[1]) + ((x[2] - 0.25) * (x[2] - 0.25)),
            static x => [1, -1 / x[1], 2 * (x[2] - 0.25)]);
        TrialRecord<double[]> best = slope.Run(25).Best;
        Assert.Equal([-1, 10], best.Config[..2]);
        Assert.Equal(0.25, best.Config[2], 1e-6);
    }

    [Fact]
    public void Rosenbrock_of_ten_variables_is_below_a_millionth_in_120_trials()
    {
        double[] best = [.. Enumerable.Range(0, 9).Select(seed => Rosenbrock().Run(
            120, new GradientOptions { StartWithDefault = false }, Studies.Seeded with { Seed = seed }).Best.Value!.Value).Order()];
        Assert.InRange(best[4], 0, 1e-6);
    }

    [Fact]
    public void Missing_derivatives_are_estimated_by_trials_nearby()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(3), 0.3, 0.6, 0.9);
        DifferentiatedFunction partial = bowl with { Gradient = x => [bowl.Gradient(x)[0], double.NaN, bowl.Gradient(x)[2]] };
        StudyResult<double[]> result = partial.Run(40);
        Assert.InRange(result.Best.Value!.Value, 0, 1e-6);
        Assert.Contains("trials at small distances stand for the missing ones", result.StrategyExplanation, StringComparison.Ordinal);
        Assert.Contains(result.Trials, trial => result.Trials.Any(other => Math.Abs(Math.Abs(other.Config[1] - trial.Config[1]) - 1e-4) < 1e-12));
    }

    [Fact]
    public void Without_any_derivatives_differences_still_find_the_minimum()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(3), 0.3, 0.6, 0.9);
        StudyResult<double[]> result = new Study<double[]>(bowl.Space, OptimizationDirection.Minimize, Studies.Seeded with { Strategy = Strategy.Gradient() }).Run(bowl.Value, 60);
        Assert.InRange(result.Best.Value!.Value, 0, 1e-6);
    }

    [Fact]
    public void Parameters_without_derivatives_stay_where_a_run_started_when_they_are_to()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(2), 0.3, 0.6);
        DifferentiatedFunction partial = bowl with { Gradient = x => [bowl.Gradient(x)[0], double.NaN] };
        StudyResult<double[]> result = partial.Run(30, new GradientOptions { Missing = MissingDerivatives.Fix });
        Assert.Equal(0.3, result.Best.Config[0], 1e-6);
        int starts = result.Trials.Select(static trial => trial.Config[1]).Distinct().Count();
        Assert.InRange(starts, 3, 20);
    }

    [Fact]
    public void Discrete_and_conditional_parameters_are_searched_around_the_runs()
    {
        var kind = TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["a", "b", "c"]));
        TestSpace space = TestSpace.Of(
            kind,
            TestSpace.CreateParameter("size", 1, new UniformDistribution(1, 20, 1)),
            TestSpace.CreateParameter("x", 2, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("only b", 3, new LogUniformDistribution(0.01, 1), ParameterCondition.OneOf(kind, 1)));
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(space, 0, 0.8, 0.4, 0.7);
        DifferentiatedFunction mixed = bowl with { Value = x => bowl.Value(x) - (bowl.Space.Parameters[0].Distribution.ToUnit(x[0]) is var place ? place * place : 0) + (x[0] == 1 ? 0 : 0.2) };

        // Smallest, 0.000625, for b and 16 or 17.
        double[] best = [.. Enumerable.Range(0, 9).Select(seed => mixed.Run(150, study: Studies.Seeded with { Seed = seed }).Best.Value!.Value).Order()];
        Assert.Equal(0.000625, best[4], 1e-6);
        Assert.InRange(best[8], 0, 0.02);
    }

    [Fact]
    public void Trials_that_fail_are_pruned_or_break_a_limit_shorten_the_steps()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(2), 0.3, 0.55);
        var study = new Study<double[]>(bowl.Space, OptimizationDirection.Minimize, Studies.Seeded with { Strategy = Strategy.Gradient() });
        StudyResult<double[]> result = study.Run(
            (x, trial) => x[1] < 0.4 ? TrialOutcome.Failed("too small") : x[1] > 0.62 ? TrialOutcome.Pruned : bowl.Outcome(x), 40);
        Assert.InRange(result.Best.Value!.Value, 0, 1e-6);
        Assert.Contains(result.Trials, static trial => trial.State == TrialState.Failed);
    }

    [Fact]
    public void Steps_that_a_constraint_forbids_are_shortened_without_a_trial()
    {
        var space = new TestSpace([new UniformDistribution(0, 1), new UniformDistribution(0, 1)], static x => x[0] + x[1] < 1.2);
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(space, 0.55, 0.6);
        Assert.InRange(bowl.Run(40).Best.Value!.Value, 0, 1e-6);
    }

    [Fact]
    public void Noise_is_noticed_and_averaged_out()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(4), 0.3, 0.6, 0.5, 0.7);
        double exact = 0;
        double noticed = 0;
        for (long seed = 0; seed < 5; seed++)
        {
            StudyResult<double[]> automatic = Noisy(bowl).Run(150, study: Studies.Seeded with { Seed = seed });
            Assert.Contains("contradict each other", automatic.StrategyExplanation, StringComparison.Ordinal);
            noticed += bowl.Value(automatic.Best.Config);
            exact += bowl.Value(Noisy(bowl).Run(150, new GradientOptions { Quality = GradientQuality.Exact }, Studies.Seeded with { Seed = seed }).Best.Config);
        }

        Assert.True(noticed < exact, $"{noticed} against {exact}");
        Assert.InRange(noticed / 5, 0, 0.01);
    }

    [Fact]
    public void Last_trial_of_a_noisy_run_is_the_mean_of_its_later_steps_and_better_than_they_are()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(4), 0.3, 0.6, 0.5, 0.7);
        StudyResult<double[]> result = Noisy(bowl).Run(62, new GradientOptions { Quality = GradientQuality.Noisy, StartTrials = 1 });
        double[] values = [.. result.Trials.Select(trial => bowl.Value(trial.Config))];
        Assert.True(values[61] < values[31..61].Average(), $"{values[61]} against {values[31..61].Average()}");
        Assert.InRange(values[61], 0, 0.01);
    }

    [Fact]
    public void Derivatives_of_the_wrong_sign_do_not_keep_the_search_from_going_on()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(2), 0.3, 0.6);
        DifferentiatedFunction wrong = bowl with { Gradient = x => [.. bowl.Gradient(x).Select(static derivative => -derivative)] };
        StudyResult<double[]> result = wrong.Run(60, new GradientOptions { Quality = GradientQuality.Exact });
        Assert.Equal(60, result.Trials.Select(static trial => string.Join(' ', trial.Config)).Distinct().Count());
    }

    [Fact]
    public void Workers_have_local_runs_of_their_own_and_give_the_same_trials_each_time()
    {
        string[] Trials(int workers) => [.. Rosenbrock().Run(80, study: Studies.Seeded with { Parallelism = workers, ReproducibleUpTo = 4 })
            .Trials.Select(static trial => string.Join(' ', trial.Config))];
        Assert.Equal(Trials(1), Trials(4));
    }

    [Fact]
    public void Run_that_heads_for_a_known_minimum_is_given_up()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(6), 0.3, 0.6, 0.5, 0.2, 0.8, 0.5);
        StudyResult<double[]> result = bowl.Run(200);
        int atMinimum = result.Trials.Count(static trial => trial.Value < 1e-4);
        Assert.InRange(atMinimum, 1, 60);
    }

    private static DifferentiatedFunction Rosenbrock() => new(
        new TestSpace(Enumerable.Repeat(new UniformDistribution(-5, 10), 10)),
        static x => Enumerable.Range(0, 9).Sum(i => (100 * Math.Pow(x[i + 1] - (x[i] * x[i]), 2)) + Math.Pow(1 - x[i], 2)),
        static x =>
        [
            .. Enumerable.Range(0, 10).Select(i =>
                (i < 9 ? (-400 * (x[i + 1] - (x[i] * x[i])) * x[i]) - (2 * (1 - x[i])) : 0) + (i > 0 ? 200 * (x[i] - (x[i - 1] * x[i - 1])) : 0)),
        ]);

    // Noise that follows from the config, so that a study is the same each time.
    private static DifferentiatedFunction Noisy(DifferentiatedFunction function)
    {
        static RandomStream NoiseAt(double[] x) => new(99, x.Aggregate(0UL, static (hash, value) => RandomStream.Mix(hash ^ BitConverter.DoubleToUInt64Bits(value))));
        return function with
        {
            Value = x => NoiseAt(x) is var random ? function.Value(x) + (0.03 * random.NextNormal()) : 0,
            Gradient = x =>
            {
                RandomStream random = NoiseAt(x);
                random.NextNormal();
                return [.. function.Gradient(x).Select(derivative => derivative + (0.1 * random.NextNormal()))];
            },
        };
    }
}
