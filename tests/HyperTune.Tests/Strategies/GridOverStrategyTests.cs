namespace HyperTune.Tests;

public sealed class GridOverStrategyTests
{
    [Fact]
    public void Every_value_gets_the_same_number_of_trials_and_one_in_every_round()
    {
        StudyResult<MixedConfig> result = Run(Strategy.GridOver(MixedConfig.Space.Activation, Strategy.Sobol()), 30);
        Assert.All(result.Trials.Chunk(3), static round => Assert.Equal(3, round.Select(static trial => trial.Config.Activation).Distinct().Count()));
        Assert.Equal(30, result.Trials.Select(static trial => trial.Config.Rate).Distinct().Count());

        // Each value sees all quarters of the ranges, as it would not with every third point of a sequence in a fixed order.
        foreach (IGrouping<string, TrialRecord<MixedConfig>> own in result.Trials.GroupBy(static trial => trial.Config.Activation))
        {
            Assert.Equal(4, own.Select(static trial => (int)(4 * MixedConfig.Space.Rate.Distribution.ToUnit(trial.Config.Rate))).Distinct().Count());
        }
    }

    [Fact]
    public void Combinations_of_several_parameters_take_turns()
    {
        StudyResult<MixedConfig> result = Run(Strategy.GridOver([MixedConfig.Space.Activation, MixedConfig.Space.Rate], 2, Strategy.Random()), 24);
        Assert.All(
            result.Trials.GroupBy(static trial => (trial.Config.Activation, trial.Config.Rate)),
            static own => Assert.Equal(4, own.Count()));
        Assert.Equal(6, result.Trials.Select(static trial => (trial.Config.Activation, trial.Config.Rate)).Distinct().Count());
        Assert.Equal([1e-4, 1], result.Trials.Select(static trial => trial.Config.Rate).Distinct().Order());
    }

    [Fact]
    public void A_conditional_parameter_has_its_value_where_it_exists()
    {
        MixedConfig[] configs = [.. Run(Strategy.GridOver(MixedConfig.Space.Rotation, 3, Strategy.Random()), 60).Trials.Select(static trial => trial.Config)];
        Assert.Equal(3, configs.Where(static config => config.Augment).Select(static config => config.Rotation).Distinct().Count());
        Assert.Contains(configs, static config => !config.Augment);

        // With the parameter of the condition, all that differs only in what does not exist is one combination.
        configs = [.. Run(Strategy.GridOver([MixedConfig.Space.Rotation, MixedConfig.Space.Augment], 3, Strategy.Random()), 40).Trials.Select(static trial => trial.Config)];
        Assert.All(configs.GroupBy(static config => (config.Augment, config.Augment ? config.Rotation : 0)), static own => Assert.Equal(10, own.Count()));
        Assert.Equal(30, configs.Count(static config => config.Augment));
    }

    [Fact]
    public void Cases_of_a_conditional_space_get_the_same_number_of_trials()
    {
        Parameter cases = UnionConfig.Space.Parameters.First(static parameter => parameter.Condition is null && parameter.Distribution.IsCategorical);
        StudyResult<UnionConfig> result = Study.Minimize<UnionConfig>(new StudyOptions { Seed = 5, Strategy = Strategy.GridOver(cases, Strategy.Tpe()) })
            .Run(static config => config.ToString()!.Length, 20 * (int)cases.Distribution.Count!.Value);
        Assert.All(
            result.Trials.GroupBy(trial =>
            {
                double[] vector = new double[UnionConfig.Space.DimensionCount];
                UnionConfig.Space.Encode(trial.Config, vector);
                return vector[cases.Index];
            }),
            static own => Assert.Equal(20, own.Count()));
    }

    [Fact]
    public void Combinations_that_the_constraints_rule_out_are_left_out()
    {
        Strategy strategy = Strategy.GridOver([BoundedConfig.Space.Layers, BoundedConfig.Space.Heads], Strategy.Random());
        SearchSpace<BoundedConfig> space = BoundedConfig.Space.Narrow(static s => s.Layers.AtMost(3), static s => s.Heads.AtMost(3));
        StudyResult<BoundedConfig> result = Study.Minimize(space, new StudyOptions { Seed = 5, Strategy = strategy }).Run(static config => config.Low, 12);
        Assert.All(result.Trials.GroupBy(static trial => (trial.Config.Layers, trial.Config.Heads)), static own => Assert.Equal(2, own.Count()));

        StudyResult<ForbiddingConfig> forbidding = Study.Minimize<ForbiddingConfig>(new StudyOptions { Seed = 5, Strategy = Strategy.GridOver(ForbiddingConfig.Space.Kind, Strategy.Random()) })
            .Run(static config => config.X, 10);
        Assert.Equal(5, forbidding.Trials.Count(static trial => trial.Config.Kind == "a"));
        Assert.Equal(5, forbidding.Trials.Count(static trial => trial.Config.Kind == "b"));
        Assert.Contains("1 left out because no config of theirs satisfies the constraints", forbidding.StrategyExplanation);
    }

    [Fact]
    public void The_study_ends_when_no_combination_has_anything_left()
    {
        SearchSpace<MixedConfig> space = MixedConfig.Space.Narrow(static s => s.Rate.Fix(0.1), static s => s.Units.Fix(32), static s => s.Augment.Fix(false), static s => s.Quarter.Fix(0.5), static s => s.Rotation.Fix(10));
        StudyResult<MixedConfig> result = Study.Maximize(space, new StudyOptions { Seed = 5, Strategy = Strategy.GridOver(MixedConfig.Space.Activation, Strategy.Grid()) })
            .Run(static config => config.Size.Length, Budget.UntilDone);
        Assert.Equal(9, result.Trials.Select(static trial => trial.Config).Distinct().Count());
        Assert.Equal(9, result.Trials.Count);
        Assert.Equal(StopReason.SpaceExhausted, result.StopReason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void A_model_learns_from_the_other_combinations(double shift)
    {
        // The best value of X is the same for all kinds, or goes up by a step from one to the next.
        double Loss(Wide config) => Math.Pow(config.X - 0.2 - (shift * config.Kind), 2) + Math.Pow(config.Y - 0.71, 2) + (0.01 * config.Kind);

        // Steps in a trust region solve a bowl of two parameters in nine trials by themselves: what the process learns from others shows without them.
        Strategy bayesian = Strategy.Bayesian(new BayesianOptions { LocalSteps = false });
        double Together(long seed)
        {
            StudyResult<Wide> result = Study.Minimize<Wide>(new StudyOptions { Seed = seed, Strategy = Strategy.GridOver(Wide.Space.Kind, bayesian) }).Run(Loss, 5 * 6);
            return result.Trials.GroupBy(static trial => trial.Config.Kind).Average(static own => Regret(own.Key, own.Min(static trial => trial.Value!.Value)));
        }

        double Apart(long seed, int trials) => Enumerable.Range(0, 5).Average(kind => Regret(
            kind, Study.Minimize(Wide.Space.Narrow(s => s.Kind.Fix(kind)), new StudyOptions { Seed = seed, Strategy = bayesian }).Run(Loss, trials).Best.Value!.Value));

        // The mean of the logarithms over ten seeds: -5.1 and -3.9 with 6 trials of each kind, apart -1.6 and -1.5 with as many, -2.6 and -2.9 with 9.
        double together = Enumerable.Range(0, 10).Average(seed => Together(seed));
        double six = Enumerable.Range(0, 10).Average(seed => Apart(seed, 6));
        double more = Enumerable.Range(0, 10).Average(seed => Apart(seed, 9));
        Assert.True(together < six - 1.5 && together < more, $"{together} against {six} and {more}");
    }

    private static double Regret(int kind, double best) => Math.Log10(best - (0.01 * kind) + 1e-12);

    [Fact]
    public void Wrong_arguments_are_refused_with_what_is_allowed()
    {
        Assert.Contains("at least one parameter", Assert.Throws<ArgumentException>(() => Strategy.GridOver([], Strategy.Random())).Message);
        Assert.Contains("'Size' twice", Assert.Throws<ArgumentException>(() => Strategy.GridOver([MixedConfig.Space.Size, MixedConfig.Space.Size], Strategy.Random())).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.GridOver(MixedConfig.Space.Rate, Zero, Strategy.Random()));
        Assert.Throws<ArgumentNullException>(() => Strategy.GridOver(MixedConfig.Space.Size, null!));
        Assert.Equal(
            "GridOver needs a number of points for the continuous parameter 'Rate' (Log-uniform in [0.0001, 1]). Write Strategy.GridOver(parameters, 5, otherwise) for 5 points, or give the parameter a step.",
            Refusal(Strategy.GridOver(Continuous, Strategy.Random())));
        Assert.Equal(
            "GridOver is to try the values of 'Bell', which is a parameter of another search space than 'MixedConfig', which the study searches.",
            Refusal(Strategy.GridOver(Foreign, 3, Strategy.Random())));
        Assert.Contains("has 12000 combinations of 'Rate'; at most 4096 can take turns", Refusal(Strategy.GridOver(MixedConfig.Space.Rate, 12_000, Strategy.Random())));
        Assert.Contains("needs a number of points for the continuous parameter", Refusal(Strategy.GridOver(MixedConfig.Space.Size, Plain)));
    }

    // Where the compiler sees them, it refuses these.
    private static int Zero => 0;

    private static Parameter Continuous => MixedConfig.Space.Rate;

    private static Parameter Foreign => ContinuousConfig.Space.Bell;

    private static Strategy Plain => Strategy.Grid();

    private static string Refusal(Strategy strategy)
        => Assert.Throws<ArgumentException>(() => Study.Maximize<MixedConfig>(new StudyOptions { Strategy = strategy }).Run(static config => config.Rate, 3)).Message;

    private static StudyResult<MixedConfig> Run(Strategy strategy, int trials)
        => Study.Maximize<MixedConfig>(new StudyOptions { Seed = 5, Strategy = strategy }).Run(static config => config.Units - config.Rate, trials);
}

[SearchSpace]
internal sealed partial record Wide
{
    [Uniform(0, 4)] public int Kind { get; init; }

    [Uniform(0, 1)] public double X { get; init; } = 0.9;

    [Uniform(0, 1)] public double Y { get; init; } = 0.1;
}

[SearchSpace]
internal sealed partial record ForbiddingConfig
{
    [Choice("a", "b", "never")] public string Kind { get; init; } = "a";

    [Uniform(0, 1)] public double X { get; init; } = 0.5;

    [Constraint]
    private static bool IsPossible(ForbiddingConfig config) => config.Kind != "never";
}
