using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Single runs, and single trials, within a part of the study's space.</summary>
public sealed class NarrowedRunTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    private static SearchSpace<MixedConfig> Part { get; } = MixedConfig.Space.Narrow(s => s.Units.Fix(96), s => s.Rate.To(0.01, 0.1));

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_run_stays_within_its_part_and_the_next_does_not(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<MixedConfig> study = Study.Maximize<MixedConfig>(NarrowedStudyTests.Options(place));
        study.Run(NarrowedStudyTests.Score, 10);
        study.Run(NarrowedStudyTests.Score, kind == StoragePlace.Memory ? 10 : 20, within: Part);
        StudyResult<MixedConfig> result = study.Run(NarrowedStudyTests.Score, kind == StoragePlace.Memory ? 20 : 40);
        Assert.Equal(40, result.Trials.Count);
        Assert.All(result.Trials.Skip(10).Take(10), static trial => AssertInside(trial.Config));
        Assert.All(result.Trials, static trial => Assert.True(trial.Fits));
        Assert.Contains(result.Trials.Skip(20), static trial => trial.Config.Units != 96);
        Assert.Same(MixedConfig.Space, study.Space);
    }

    [Fact]
    public async Task Every_kind_of_run_can_stay_within_a_part()
    {
        StudyOptions options = new() { Seed = 2 };
        Assert.All(Study.Maximize<MixedConfig>(options).Run((config, _) => NarrowedStudyTests.Score(config), 4, within: Part).Trials, static trial => AssertInside(trial.Config));
        Assert.All((await Study.Maximize<MixedConfig>(options).RunAsync(static config => Task.FromResult(1.0), 4, within: Part)).Trials, static trial => AssertInside(trial.Config));
        Assert.All((await Study.Maximize<MixedConfig>(options).RunAsync(static (config, _) => Task.FromResult(1.0), 4, within: Part)).Trials, static trial => AssertInside(trial.Config));
        Assert.All(
            (await Study.Maximize<MixedConfig>(options).RunAsync(static (config, _, _) => Task.FromResult<TrialOutcome>(1.0), 4, within: Part)).Trials,
            static trial => AssertInside(trial.Config));
        Assert.All(Several().Run(static config => new Tradeoff(1, 2), 4, within: Part).Trials, static trial => AssertInside(trial.Config));
        Assert.All(Several().Run(static (config, _) => new Tradeoff(1, 2), 4, within: Part).Trials, static trial => AssertInside(trial.Config));
        Assert.All((await Several().RunAsync(static config => Task.FromResult(new Tradeoff(1, 2)), 4, within: Part)).Trials, static trial => AssertInside(trial.Config));
        Assert.All((await Several().RunAsync(static (config, _) => Task.FromResult(new Tradeoff(1, 2)), 4, within: Part)).Trials, static trial => AssertInside(trial.Config));
        Assert.All(
            (await Several().RunAsync(static (config, _, _) => Task.FromResult<TrialOutcome<Tradeoff>>(new Tradeoff(1, 2)), 4, within: Part)).Trials,
            static trial => AssertInside(trial.Config));

        Study<MixedConfig, Tradeoff> Several() => Study.Optimize<MixedConfig, Tradeoff>(options);
    }

    [Fact]
    public void The_strategy_learns_from_all_trials_in_each_run()
    {
        var strategy = new RecordingStrategy();
        Study<MixedConfig> study = Study.Maximize<MixedConfig>(new StudyOptions { Seed = 3, Strategy = strategy });
        study.Run(NarrowedStudyTests.Score, 3, within: Part);
        Assert.True(strategy.Context!.Space.FindParameter("Units")!.Distribution.IsConstant);
        Assert.Equal([0, 1, 2], strategy.Told.Select(static result => result.Number));
        study.Run(NarrowedStudyTests.Score, 2);
        Assert.Same(MixedConfig.Space, strategy.Context!.Space);

        // The strategy over the whole space starts later, and is told what there was.
        Assert.Equal([0, 1, 2, 0, 1, 2, 3, 4], strategy.Told.Select(static result => result.Number));
        study.Run(NarrowedStudyTests.Score, 1, within: Part);
        Assert.Equal([0, 1, 2, 3, 4, 5, 5], strategy.Told.Skip(8).Select(static result => result.Number));
        Assert.True(strategy.Context.HasOutsideTrials);
        Assert.Equal([0, 1, 2, 3, 4, 5], strategy.Asked);
    }

    [Fact]
    public void A_run_within_a_part_finds_the_best_of_it_by_what_is_known_from_outside()
    {
        // The best of the whole is far from the part, and what it depends on is the same in both.
        static double Loss(ContinuousConfig config)
            => Math.Pow(config.Linear - 2, 2) + Math.Pow(Math.Log10(config.Decades) + 3, 2) + (10 * Math.Pow(config.Bell - 0.4, 2));

        Study<ContinuousConfig> study = Study.Minimize<ContinuousConfig>(new StudyOptions { Seed = 4, Strategy = Strategy.Bayesian() });
        study.Run(Loss, 40);
        StudyResult<ContinuousConfig> result = study.Run(Loss, 4, within: ContinuousConfig.Space.Narrow(s => s.Linear.Fix(-1)));
        Assert.All(result.Trials.Skip(40), static trial => Assert.Equal(-1, trial.Config.Linear));
        Assert.True(result.Trials.Skip(40).Min(static trial => trial.Value) < 9.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Trials_within_a_part_are_the_same_for_any_number_of_workers(int workers)
    {
        Assert.Equal(Configs(1), Configs(workers));

        static MixedConfig[] Configs(int workers)
        {
            Study<MixedConfig> study = Study.Maximize<MixedConfig>(new StudyOptions { Seed = 9, Strategy = Strategy.Tpe(), Parallelism = workers, ReproducibleUpTo = 4 });
            study.Run(NarrowedStudyTests.Score, 15);
            study.Run(NarrowedStudyTests.Score, 15, within: Part);
            return [.. study.Run(NarrowedStudyTests.Score, 15).Trials.Select(static trial => trial.Config)];
        }
    }

    [Fact]
    public void A_run_ends_when_the_strategy_has_nothing_left_in_its_part()
    {
        Study<FiniteConfig> study = Study.Minimize<FiniteConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Grid() });
        StudyResult<FiniteConfig> result = study.Run(static config => config.Column, 100, within: FiniteConfig.Space.Narrow(s => s.Row.Fix(2), s => s.Flag.Fix(true)));
        Assert.Equal(6, result.Trials.Count);
        Assert.Equal(StopReason.SpaceExhausted, result.StopReason);
        Assert.Equal(40, study.Run(static config => config.Column, 100).Trials.Count);
    }

    [Fact]
    public void What_is_no_part_of_the_study_is_refused()
    {
        Study<MixedConfig> study = Study.Maximize(MixedConfig.Space.Narrow(s => s.Units.AtMost(48)));
        var exception = Assert.Throws<ArgumentException>(() => study.Run(NarrowedStudyTests.Score, 3, within: Part));
        Assert.StartsWith("Nothing is left of 'Units' in search space 'MixedConfig'", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => study.Enqueue(Part));
        Assert.Empty(study.Trials);
        Study<double[]> other = Studies.Minimize();
        exception = Assert.Throws<ArgumentException>(() => other.Run(Studies.Bowl, 3, within: TestSpace.Cube(2)));
        Assert.StartsWith("The space 'TestSpace' is no part of the search space 'TestSpace' of the study", exception.Message, StringComparison.Ordinal);
        Assert.All(study.Run(NarrowedStudyTests.Score, 4, within: MixedConfig.Space.Narrow(s => s.Units.AtLeast(48))).Trials, static trial => Assert.Equal(48, trial.Config.Units));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_trial_of_a_part_is_enqueued_and_the_strategy_chooses_the_rest(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<MixedConfig> study = Study.Maximize<MixedConfig>(NarrowedStudyTests.Options(place));
        Assert.Equal([0, 1, 2], new[] { study.Enqueue(Part), study.Enqueue(MixedConfig.Space.Narrow(s => s.Activation.Only("gelu", "tanh"))), study.Enqueue(Part) });
        Assert.Equal(TrialState.Waiting, study.Trials[0].State);
        StudyResult<MixedConfig> result = study.Run(NarrowedStudyTests.Score, 12);
        AssertInside(result.Trials[0].Config);
        AssertInside(result.Trials[2].Config);
        Assert.NotEqual(result.Trials[0].Config, result.Trials[2].Config);
        Assert.NotEqual("relu", result.Trials[1].Config.Activation);
        Assert.Equal([true, true, true, false], result.Trials.Take(4).Select(static trial => trial.IsEnqueued));
        Assert.Contains(result.Trials.Skip(3), static trial => trial.Config.Units != 96);
        Assert.All(result.Trials, static trial => Assert.True(trial.Fits));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Another_process_runs_the_trial_within_its_part_once(string kind)
    {
        using var place = new StoragePlace(kind);
        SearchSpace<MixedConfig> part = MixedConfig.Space.Narrow(s => s.Rate.To(0.011, 0.012), s => s.Activation.Only("tanh", "gelu"), s => s.Units.Fix(80), s => s.Rotation.Fix(3));
        for (int start = 0; start < 3; start++)
        {
            Study<MixedConfig> enqueuing = Study.Maximize<MixedConfig>(NarrowedStudyTests.Options(place));
            Assert.Equal([0, 1], new[] { enqueuing.Enqueue(part), enqueuing.Enqueue(part) });
            await enqueuing.DisposeAsync();
            StudyResult<MixedConfig> result = Study.Maximize<MixedConfig>(NarrowedStudyTests.Options(place)).Run(NarrowedStudyTests.Score, 4);
            Assert.Equal(4, result.Trials.Count);
            Assert.All(result.Trials.Take(2), static trial =>
            {
                Assert.InRange(trial.Config.Rate, 0.011, 0.012);
                Assert.NotEqual("relu", trial.Config.Activation);
                Assert.Equal(80, trial.Config.Units);
                Assert.True(!trial.Config.Augment || trial.Config.Rotation == 3);
            });
        }
    }

    [Fact]
    public void Strategies_with_derivatives_get_them_on_the_scale_of_the_part()
    {
        var strategy = new RecordingStrategy();
        Study<ContinuousConfig> study = Study.Minimize(ContinuousConfig.Space.Narrow(s => s.Linear.To(0, 1)), new StudyOptions { Seed = 1, Strategy = strategy });
        study.Run(static (_, _) => TrialOutcome.Completed(1).WithGradient(new ContinuousConfig.Gradient { Linear = 3 }), 1);
        Assert.Equal(3, strategy.Told[0].Gradient.Span[0], 1e-12);
        study = Study.Minimize<ContinuousConfig>(new StudyOptions { Seed = 1, Strategy = strategy });
        study.Run(static (_, _) => TrialOutcome.Completed(1).WithGradient(new ContinuousConfig.Gradient { Linear = 3 }), 1);
        Assert.Equal(30, strategy.Told[1].Gradient.Span[0], 1e-12);
    }

    private static void AssertInside(MixedConfig config)
    {
        Assert.Equal(96, config.Units);
        Assert.InRange(config.Rate, 0.01, 0.1);
    }
}
