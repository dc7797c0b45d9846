namespace HyperTune.Tests;

public sealed class StepwiseStrategyTests
{
    private static Strategy Steps { get; } = Strategy.Stepwise(
        new TuningStep(6, MixedConfig.Space.Rate),
        new TuningStep(20, MixedConfig.Space.Units, MixedConfig.Space.Activation) { Strategy = Strategy.Tpe() },
        new TuningStep(4, MixedConfig.Space.Rotation),
        new TuningStep(9, MixedConfig.Space.Augment, MixedConfig.Space.Rotation) { Strategy = Strategy.Random() });

    [Fact]
    public void Each_group_is_tuned_with_the_others_at_the_best_so_far()
    {
        StudyResult<MixedConfig> result = Study.Maximize<MixedConfig>(new StudyOptions { Seed = 5, Strategy = Steps }).Run(Score, Budget.UntilDone);
        MixedConfig[] configs = [.. result.Trials.Select(static trial => trial.Config)];
        Assert.Equal(6 + 20 + 9, configs.Length);
        Assert.Equal(StopReason.SpaceExhausted, result.StopReason);
        Assert.All(configs.Take(6), config => Assert.Equal(new MixedConfig { Rate = config.Rate }, config));
        MixedConfig first = Best(result, 6);
        Assert.All(configs.Skip(6).Take(20), config => Assert.Equal(first with { Units = config.Units, Activation = config.Activation }, config));

        // The third step is left out, because nothing is rotated in the best config.
        MixedConfig second = Best(result, 26);
        Assert.All(configs.Skip(26), config => Assert.Equal(second with { Augment = config.Augment, Rotation = config.Rotation }, config));
        Assert.Contains(configs.Skip(26), static config => config.Augment && config.Rotation != 10);
        Assert.Contains("Stepwise: step 4 of 4 tunes Augment, Rotation.", result.StrategyExplanation);
    }

    [Fact]
    public void A_step_ends_early_when_all_its_configs_have_been_tried()
    {
        Strategy strategy = Strategy.Stepwise(new TuningStep(50, MixedConfig.Space.Size), new TuningStep(5, MixedConfig.Space.Rate));
        StudyResult<MixedConfig> result = Study.Maximize<MixedConfig>(new StudyOptions { Seed = 5, Strategy = strategy }).Run(Score, Budget.UntilDone);
        Assert.Equal(8, result.Trials.Count);
        Assert.Equal(["large", "middle", "small"], result.Trials.Take(3).Select(static trial => trial.Config.Size).Order());
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("SQLite")]
    public void A_continued_study_goes_on_in_its_step(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyOptions options = new() { Name = "test", Seed = 5, Strategy = Steps };
        foreach (int trials in (int[])[3, 10, 26, 30])
        {
            Study.Maximize<MixedConfig>(options with { Storage = place.Storage() }).Run(Score, trials);
        }

        MixedConfig[] whole = [.. Study.Maximize<MixedConfig>(options).Run(Score, Budget.UntilDone).Trials.Select(static trial => trial.Config)];
        StudyResult<MixedConfig> stored = Study.Maximize<MixedConfig>(options with { Storage = place.Storage() }).Run(Score, Budget.UntilDone);
        Assert.Equal(whole, stored.Trials.Select(static trial => trial.Config));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Trials_are_the_same_for_any_number_of_workers(int workers)
    {
        Assert.Equal(Configs(1), Configs(workers));

        static MixedConfig[] Configs(int workers) =>
        [
            .. Study.Maximize<MixedConfig>(new StudyOptions { Seed = 5, Strategy = Steps, Parallelism = workers, ReproducibleUpTo = 4 })
                .Run(Score, Budget.UntilDone).Trials.Select(static trial => trial.Config),
        ];
    }

    [Fact]
    public void One_parameter_after_the_other_finds_the_best_of_what_is_separable()
    {
        static double Loss(ContinuousConfig config) => Math.Pow((config.Linear - 2) / 10, 2) + Math.Pow((Math.Log10(config.Decades) + 2) / 4, 2) + Math.Pow(config.Bell - 0.4, 2);

        StudyResult<ContinuousConfig> result = Study.Minimize<ContinuousConfig>(new StudyOptions { Seed = 2, Strategy = Strategy.Stepwise(10) }).Run(Loss, Budget.UntilDone);
        Assert.Equal(30, result.Trials.Count);
        Assert.True(result.Best.Value < 1e-3, $"{result.Best}");
    }

    [Fact]
    public void All_elements_of_a_list_can_be_a_step()
    {
        Strategy strategy = Strategy.Stepwise(new TuningStep(3, ListConfig.Space.Stages.Count!), new TuningStep(8, ListConfig.Space.Stages.Each.Width));
        StudyResult<ListConfig> result = Study.Maximize<ListConfig>(new StudyOptions { Seed = 5, Strategy = strategy })
            .Run(static config => config.Stages.Sum(static stage => stage.Width), Budget.UntilDone);
        Assert.All(result.Trials.Skip(3), static trial => Assert.Equal(3, trial.Config.Stages.Length));
        Assert.All(result.Trials.Skip(3).SelectMany(static trial => trial.Config.Stages), static stage => Assert.Contains(stage.Dropout, (double[])[0.1, 0.25]));
    }

    [Fact]
    public void It_stays_within_what_a_study_is_narrowed_to()
    {
        SearchSpace<MixedConfig> space = MixedConfig.Space.Narrow(s => s.Units.AtMost(48), s => s.Rate.Fix(0.5));
        StudyResult<MixedConfig> result = Study.Maximize(space, new StudyOptions { Seed = 5, Strategy = Steps }).Run(Score, Budget.UntilDone);
        Assert.Equal(9 + 9, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.True(trial.Config is { Units: <= 48, Rate: 0.5 }));
    }

    // Where the compiler sees both spaces, it refuses this.
    private static Parameter Foreign => ContinuousConfig.Space.Bell;

    [Fact]
    public void A_parameter_of_another_space_is_refused_when_the_study_starts()
    {
        Study<MixedConfig> study = Study.Maximize<MixedConfig>(new StudyOptions { Strategy = Strategy.Stepwise(new TuningStep(3, Foreign)) });
        Assert.Equal(
            "Stepwise is to tune 'Bell', which is a parameter of another search space than 'MixedConfig', which the study searches.",
            Assert.Throws<ArgumentException>(() => study.Run(Score, 3)).Message);
        Assert.Throws<ArgumentException>(() => Strategy.Stepwise());
        Assert.Throws<ArgumentException>(() => new TuningStep(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TuningStep(0, MixedConfig.Space.Rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Stepwise(0));
    }

    private static MixedConfig Best(StudyResult<MixedConfig> result, int trials) => result.Trials.Take(trials).MaxBy(static trial => trial.Value)!.Config;

    private static double Score(MixedConfig config)
        => config.Units - Math.Abs(Math.Log10(config.Rate) + 1) + (config.Activation == "gelu" ? 1 : 0) - (config.Augment ? Math.Abs(config.Rotation - 20) : 5) + config.Size.Length;
}
