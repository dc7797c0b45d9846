using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Studies of a narrowed space, over every storage: in other processes, after a restart, and whole again.</summary>
public sealed class NarrowedStudyTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    private static SearchSpace<MixedConfig> Small { get; } = MixedConfig.Space.Narrow(s => s.Units.AtMost(48), s => s.Activation.Only("tanh", "gelu"), s => s.Rate.Fix(0.02));

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void All_trials_lie_inside(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<MixedConfig> study = Study.Maximize(Small, Options(place));
        StudyResult<MixedConfig> result = study.Run(Score, 25);
        Assert.Equal(25, result.Trials.Count);
        Assert.All(result.Trials, static trial => AssertInside(trial.Config));
        Assert.All(result.Trials, static trial => Assert.True(trial.Fits));
        Assert.Same(Small, study.Space);
        Assert.Equal(48, result.Best.Config.Units);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void A_continued_study_stays_within_the_part_until_it_is_given_another_space(string kind)
    {
        using var place = new StoragePlace(kind);
        Study.Maximize(Small, Options(place)).Run(Score, 5);
        var logger = new RecordingLogger();
        Study<MixedConfig> continued = Study.Maximize<MixedConfig>(Options(place) with { Logger = logger });
        StudyResult<MixedConfig> result = continued.Run(Score, 12);
        Assert.All(result.Trials, static trial => AssertInside(trial.Config));
        Assert.Equal($"{Small}", $"{continued.Space}");
        Assert.Contains(logger.Lines, static line => line.Message.Contains("goes on within the part of its search space that it was narrowed to: MixedConfig narrowed: Rate", StringComparison.Ordinal));

        // Another part takes the place of the first, and the type's own space lifts it.
        Study.Maximize(MixedConfig.Space.Narrow(s => s.Units.Fix(128)), Options(place)).Run(Score, 15);
        result = Study.Maximize<MixedConfig>(Options(place)).Run(Score, 18);
        Assert.All(result.Trials.Skip(12), static trial => Assert.Equal(128, trial.Config.Units));
        Study.Maximize(MixedConfig.Space, Options(place)).Run(Score, 30);
        Study<MixedConfig> whole = Study.Maximize<MixedConfig>(Options(place));
        result = whole.Run(Score, 40);
        Assert.Same(MixedConfig.Space, whole.Space);
        Assert.All(result.Trials, static trial => Assert.True(trial.Fits));
        Assert.True(result.Trials.Skip(18).Select(static trial => trial.Config.Units).Distinct().Count() > 3);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Earlier_trials_outside_do_not_fit_and_are_no_best_but_have_their_configs(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<MixedConfig> study = kind == StoragePlace.Memory
            ? Study.Maximize(Small, Options(place))
            : Study.Maximize<MixedConfig>(Options(place));
        StudyResult<MixedConfig> wide = Study.Maximize<MixedConfig>(Options(place)).Run(Score, 20);
        if (kind == StoragePlace.Memory)
        {
            study.Import(wide);
        }
        else
        {
            study = Study.Maximize(Small, Options(place));
        }

        StudyResult<MixedConfig> result = study.Run(Score, kind == StoragePlace.Memory ? 10 : 30);
        Assert.Equal(30, result.Trials.Count);
        TrialRecord<MixedConfig>[] outside = [.. result.Trials.Take(20).Where(static trial => !trial.Fits)];
        Assert.True(outside.Length > 15);
        Assert.Equal(wide.Trials.Where(trial => outside.Any(other => other.Number == trial.Number)).Select(static trial => trial.Config), outside.Select(static trial => trial.Config));
        Assert.Equal(wide.Trials[outside[0].Number].Describe(), outside[0].Describe());
        AssertInside(result.Best.Config);
        Assert.True(outside.Max(static trial => trial.Value) > result.Best.Value);
        Assert.All(result.Completed, static trial => AssertInside(trial.Config));
        Assert.All(result.Trials.Skip(20), static trial => AssertInside(trial.Config));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void The_strategy_is_told_of_trials_outside(string kind)
    {
        using var place = new StoragePlace(kind);
        var strategy = new RecordingStrategy();
        if (kind == StoragePlace.Memory)
        {
            Study<MixedConfig> study = Study.Maximize(Small, Options(place) with { Strategy = strategy });
            study.Import(Study.Maximize<MixedConfig>(Options(place)).Run(Score, 8));
            study.Run(Score, 1);
        }
        else
        {
            Study.Maximize<MixedConfig>(Options(place)).Run(Score, 8);
            Study.Maximize(Small, Options(place) with { Strategy = strategy }).Run(Score, 9);
        }

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], strategy.Told.Select(static result => result.Number).Order());
        Assert.Contains(strategy.Told, static result => !Small.Contains(result.Vector.Span));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Processes_that_run_at_once_stay_inside_together(string kind)
    {
        using var place = new StoragePlace(kind);
        Study.Maximize(Small, Options(place)).Run(Score, 1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Study.Maximize<MixedConfig>(Options(place)).Run(Score, 40))));
        StudyResult<MixedConfig> result = Study.Maximize<MixedConfig>(Options(place)).GetResult();
        Assert.Equal(40, result.Trials.Count);
        Assert.All(result.Trials, static trial => AssertInside(trial.Config));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void A_study_keeps_its_fingerprint(string kind)
    {
        using var place = new StoragePlace(kind);
        Study.Maximize<MixedConfig>(Options(place)).Run(Score, 2);
        Study.Maximize(Small, Options(place)).Run(Score, 4);
        Assert.Equal(4, Study.Maximize(MixedConfig.Space, Options(place)).Trials.Count);
    }

    [Fact]
    public void A_config_outside_is_not_enqueued()
    {
        Study<MixedConfig> study = Study.Maximize(Small);
        var exception = Assert.Throws<ArgumentException>(() => study.Enqueue(new MixedConfig { Units = 64, Activation = "tanh", Rate = 0.02 }));
        Assert.Contains("Units: 64 is not allowed in the narrowed space. Allowed: Uniform in [16, 48] in steps of 16.", exception.Message);
        Assert.Equal(0, study.Enqueue(new MixedConfig { Units = 48, Activation = "tanh", Rate = 0.02 }));
    }

    [Fact]
    public void Studies_of_several_metrics_are_narrowed_too()
    {
        StudyResult<MixedConfig, Tradeoff> result = Study.Optimize<MixedConfig, Tradeoff>(Small, new StudyOptions { Seed = 3 })
            .Run(static config => new Tradeoff(Score(config), config.Quarter), 20);
        Assert.All(result.Trials, static trial => AssertInside(trial.Config));
        Assert.NotEmpty(result.ParetoFront);
    }

    internal static StudyOptions Options(StoragePlace place) => new() { Name = "test", Seed = 5, Strategy = Strategy.Tpe(), Storage = place.Storage(), TimeProvider = place.Time };

    internal static double Score(MixedConfig config) => config.Units - Math.Abs(Math.Log10(config.Rate)) + (config.Activation == "gelu" ? 1 : 0);

    private static void AssertInside(MixedConfig config)
    {
        Assert.InRange(config.Units, 16, 48);
        Assert.NotEqual("relu", config.Activation);
        Assert.Equal(0.02, config.Rate);
    }
}
