namespace HyperTune.Tests;

public sealed class OneAtATimeStrategyTests
{
    private static readonly MixedConfig Baseline = new() { Rate = 0.1, Units = 32, Activation = "tanh" };

    [Fact]
    public void The_baseline_comes_first_and_each_named_parameter_is_varied_alone()
    {
        MixedConfig[] configs = Run(Strategy.OneAtATime(Baseline, MixedConfig.Space.Activation, MixedConfig.Space.Augment, MixedConfig.Space.Rate));
        Assert.Equal(
            [
                Baseline,
                Baseline with { Activation = "relu" },
                Baseline with { Activation = "gelu" },
                Baseline with { Augment = true, Rotation = 10 },
                Baseline with { Rate = 1e-4 },
                Baseline with { Rate = 1e-3 },
                Baseline with { Rate = 1e-2 },
                Baseline with { Rate = 1 },
            ],
            configs);
    }

    [Fact]
    public void Without_parameters_all_that_the_baseline_has_are_varied()
    {
        MixedConfig[] configs = Run(Strategy.OneAtATime(Baseline, new OneAtATimeOptions { Points = 2 }));
        Assert.Equal(1 + 2 + 2 + 2 + 2 + 2 + 1, configs.Length);
        Assert.All(configs.Where(static config => !config.Augment), static config => Assert.Equal(new MixedConfig().Rotation, config.Rotation));
        Assert.Equal(new MixedConfig(), Run(Strategy.OneAtATime())[0]);
    }

    [Fact]
    public void A_part_that_a_value_brings_to_life_has_its_defaults()
    {
        var baseline = new UnionConfig(new Solver.Exact());
        Study<UnionConfig> study = Study.Minimize<UnionConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.OneAtATime(baseline, UnionConfig.Space.Solver.Case) });
        StudyResult<UnionConfig> result = study.Run(static config => config.Tolerance, Budget.UntilDone);
        Assert.Equal([typeof(Solver.Exact), typeof(Solver.Gradient), typeof(Solver.Newton)], result.Trials.Select(static trial => trial.Config.Solver.GetType()));
        Assert.Equal(StopReason.SpaceExhausted, result.StopReason);
        Assert.Contains("One at a time: 3 configs with the baseline, 3 suggested, 0 left out", result.StrategyExplanation);
    }

    [Fact]
    public void Configs_that_break_a_constraint_are_left_out()
    {
        var baseline = new ConstrainedConfig(0.5, 0.5, 5);
        Study<ConstrainedConfig> study = Study.Minimize<ConstrainedConfig>(
            new StudyOptions { Seed = 1, Strategy = Strategy.OneAtATime(baseline, new OneAtATimeOptions { Points = 9 }, ConstrainedConfig.Space.Level, ConstrainedConfig.Space.Left) });
        StudyResult<ConstrainedConfig> result = study.Run(static config => config.Left, Budget.UntilDone);
        Assert.Equal([5, 1, 2, 4, 7, 8, 5, 5, 5, 5], result.Trials.Select(static trial => trial.Config.Level));
        Assert.Contains("7 left out because they break a constraint", result.StrategyExplanation);
    }

    [Fact]
    public void A_continued_study_goes_on_where_it_ended()
    {
        using var place = new StoragePlace("journal");
        StudyOptions options = NarrowedStudyTests.Options(place) with { Strategy = Strategy.OneAtATime(Baseline, MixedConfig.Space.Activation, MixedConfig.Space.Rate) };
        Study.Maximize<MixedConfig>(options).Run(NarrowedStudyTests.Score, 3);
        StudyResult<MixedConfig> result = Study.Maximize<MixedConfig>(options with { Storage = place.Storage() }).Run(NarrowedStudyTests.Score, 50);
        Assert.Equal(Run(options.Strategy), result.Trials.Select(static trial => trial.Config));
    }

    // Where the compiler sees both spaces, it refuses this.
    private static Parameter Foreign => ContinuousConfig.Space.Linear;

    [Fact]
    public void What_does_not_belong_together_is_refused_when_the_study_starts()
    {
        AssertRefused(
            Strategy.OneAtATime(Baseline, Foreign),
            "OneAtATime is to vary 'Linear', which is a parameter of another search space than 'MixedConfig', which the study searches.");
        AssertRefused(
            Strategy.OneAtATime(new FiniteConfig(1)), "The baseline of OneAtATime is a config of the search space 'FiniteConfig', but the study searches 'MixedConfig'.");
        AssertRefused(Strategy.OneAtATime(Baseline, MixedConfig.Space.Rotation), "OneAtATime is to vary 'Rotation', which the baseline does not have: it exists when Augment is true.");
        var exception = Assert.Throws<ArgumentException>(() => Study.Minimize(MixedConfig.Space.Narrow(s => s.Units.AtLeast(64)), new StudyOptions { Strategy = Strategy.OneAtATime(Baseline) })
            .Run(NarrowedStudyTests.Score, 3));
        Assert.StartsWith("The baseline of OneAtATime lies outside of what the search space was narrowed to: Rate = 0.1, Units = 32", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>(() => Study.Minimize<ListConfig>(new StudyOptions { Strategy = Strategy.OneAtATime(new ListConfig(), ListConfig.Space.Stages.Each.Width) })
            .Run(static config => config.Smoothing, 3));
        Assert.Contains("'Stages[*].Width', which stands for several parameters", exception.Message);
        exception = Assert.Throws<ArgumentException>(() => Strategy.OneAtATime(new MixedConfig { Units = 17 }));
        Assert.StartsWith("The baseline is not in the search space 'MixedConfig': Units: 17 is not allowed.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneAtATimeOptions { Points = 1 });
    }

    private static void AssertRefused(Strategy strategy, string message)
        => Assert.Equal(message, Assert.Throws<ArgumentException>(() => Study.Maximize<MixedConfig>(new StudyOptions { Strategy = strategy }).Run(NarrowedStudyTests.Score, 3)).Message);

    private static MixedConfig[] Run(Strategy strategy)
        => [.. Study.Maximize<MixedConfig>(new StudyOptions { Strategy = strategy, Seed = 1 }).Run(NarrowedStudyTests.Score, Budget.UntilDone).Trials.Select(static trial => trial.Config)];
}
