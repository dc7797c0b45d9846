using System.Text;

namespace HyperTune.Tests;

public sealed class StoredStudyTests
{
    private readonly SimulatedMedium _medium = new();

    [Fact]
    public void A_reopened_study_knows_all_that_happened()
    {
        Study<double[]> before = Open();
        before.Enqueue([0.1, 0.2]);
        before.Run(Objective, 6);
        Assert.Equal(Describe(before), Describe(Open()));
        Assert.True(Open().Trials[0].IsEnqueued);
        Assert.Equal([0.1, 0.2], Open().Trials[0].Config);
        Assert.Equal("no", Open().Trials[2].FailureReason);
    }

    [Fact]
    public void A_reopened_study_goes_on_as_if_it_had_never_stopped()
    {
        var whole = new RecordingStrategy();
        Study<double[]> unbroken = Open(new SimulatedMedium(), whole);
        unbroken.Run(Objective, 12);

        Open(_medium, new RecordingStrategy()).Run(Objective, 5);
        var resumed = new RecordingStrategy();
        Study<double[]> study = Open(_medium, resumed);
        study.Run(Objective, 12);
        Assert.Equal(Describe(unbroken), Describe(study));
        Assert.Equal(Enumerable.Range(0, 12), resumed.Announced);
        Assert.Equal(Enumerable.Range(5, 7), resumed.Asked);
        Assert.Equal(
            whole.Told.Select(static result => (result.Number, result.State, result.LastStep)),
            resumed.Told.Select(static result => (result.Number, result.State, result.LastStep)));
    }

    [Fact]
    public void A_stored_study_gives_the_trials_of_one_in_memory()
        => Assert.Equal(
            Studies.Minimize(Studies.Seeded with { TimeProvider = new ManualTime() }).Run(Objective, 9).Trials.Select(static trial => (trial.Config[0], trial.Value)),
            Open().Run(Objective, 9).Trials.Select(static trial => (trial.Config[0], trial.Value)));

    [Fact]
    public void The_seed_of_the_first_run_is_kept()
    {
        Study<double[]> before = Open(_medium, seed: null);
        before.Ask();
        Assert.Equal(before.Seed, Open(_medium, seed: null).Seed);
        Assert.Equal(before.Seed, Open(_medium, seed: before.Seed).Seed);
        var exception = Assert.Throws<InvalidOperationException>(() => Open(_medium, seed: before.Seed + 1).Seed);
        Assert.Contains($"has the seed {before.Seed}", exception.Message);
    }

    [Fact]
    public void Another_direction_is_refused()
    {
        Open().Ask();
        var options = Studies.Seeded with { Storage = new SimulatedStorage(_medium) };
        Assert.Contains("has the direction Minimize", Assert.Throws<InvalidOperationException>(() => Studies.Maximize(options).Trials).Message);
    }

    [Fact]
    public void The_budget_counts_the_trials_of_all_runs()
    {
        Open().Run(Studies.Bowl, 4);
        StudyResult<double[]> result = Open().Run(Studies.Bowl, 10);
        Assert.Equal((10, StopReason.TrialBudgetSpent), (result.Trials.Count, result.StopReason));
        result = Open().Run(Studies.Bowl, 10);
        Assert.Equal((10, StopReason.TrialBudgetSpent), (result.Trials.Count, result.StopReason));
    }

    [Fact]
    public void Progress_counts_the_trials_of_earlier_runs()
    {
        Open().Run(Studies.Bowl, 4);
        var progress = new RecordingProgress();
        Open(options => options with { Progress = progress }).Run(Studies.Bowl, 8);
        Assert.Equal([0.625, 0.75, 0.875, 1], progress.Reports.Select(static report => report.Fraction!.Value));
    }

    [Fact]
    public async Task Two_studies_on_one_journal_share_numbers_and_budget()
    {
        Study<double[]> first = Open(options => options with { Parallelism = 3 });
        Study<double[]> second = Open(options => options with { Parallelism = 3 });
        Task<StudyResult<double[]>>[] runs =
        [
            first.RunAsync(static (config, _) => Task.FromResult(Studies.Bowl(config)), 200),
            second.RunAsync(static (config, _) => Task.FromResult(Studies.Bowl(config)), 200),
        ];
        await Task.WhenAll(runs);
        Study<double[]> reader = Open();
        Assert.Equal(200, reader.Trials.Count);
        Assert.All(reader.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.Equal(
            Studies.Minimize().Run(Studies.Bowl, 200).Trials.Select(static trial => trial.Value),
            reader.Trials.Select(static trial => trial.Value));
    }

    [Fact]
    public async Task Each_process_sees_what_the_other_did_when_it_asks()
    {
        Study<double[]> first = Open();
        var strategy = new RecordingStrategy();
        Study<double[]> second = Open(_medium, strategy);
        Trial<double[]> trial = await first.AskAsync();
        await first.TellAsync(trial, 0.5);
        Assert.Equal(1, (await second.AskAsync()).Number);
        Assert.Equal(0.5, second.Trials[0].Value);
        Assert.Equal([0], strategy.Told.Select(static result => result.Number));
        Assert.Equal([0, 1], strategy.Announced);
    }

    [Fact]
    public async Task Enqueued_configs_run_once_whoever_asks()
    {
        Study<double[]> first = Open();
        for (int i = 0; i < 10; i++)
        {
            first.Enqueue([i / 10.0, 0.5]);
        }

        Assert.All(first.Trials, static trial => Assert.Equal(TrialState.Waiting, trial.State));
        Study<double[]>[] processes = [first, Open(), Open()];
        Trial<double[]>[] trials = [.. await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () => await processes[i % 3].AskAsync())))];
        Assert.Equal(Enumerable.Range(0, 10), trials.Select(static trial => trial.Number).Order());
        Assert.All(trials, static trial => Assert.Equal(trial.Number / 10.0, trial.Config[0]));
        Assert.Equal(10, (await first.AskAsync()).Number);
    }

    [Fact]
    public void Enqueued_configs_keep_what_is_not_tuned_in_their_own_process()
    {
        var options = new StudyOptions { Storage = new SimulatedStorage(_medium) };
        Study<TestConfig> study = Study.Minimize<TestConfig>(options);
        var config = new TestConfig { X = 0.25, Units = 3, Epochs = 5 };
        study.Enqueue(config);
        Assert.Same(config, study.Run(static config => config.Epochs, 1).Best.Config);
        TestConfig elsewhere = Study.Minimize<TestConfig>(new StudyOptions { Storage = new SimulatedStorage(_medium) }).Best.Config;
        Assert.Equal((0.25, 3, 30), (elsewhere.X, elsewhere.Units, elsewhere.Epochs));
    }

    [Fact]
    public void A_disk_that_is_full_stops_the_run_and_room_lets_it_go_on()
    {
        var medium = new SimulatedMedium();
        Study<double[]> study = Open(medium);
        medium.Capacity = (int)medium.Length + 2000;
        Assert.Throws<JournalException>(() => study.Run(Objective, 20));
        Assert.Equal(StopReason.Faulted, study.GetResult().StopReason);
        Assert.EndsWith("}\n", Encoding.UTF8.GetString(medium.Content));
        int finished = study.Trials.Count(static trial => trial.State != TrialState.Running);
        Assert.InRange(finished, 1, 19);
        Assert.Equal(finished, Open(medium).Trials.Count(static trial => trial.State != TrialState.Running));
        medium.Capacity = int.MaxValue;
        Assert.Equal(20, study.Run(Objective, 20).Trials.Count);
        Assert.Equal(
            Studies.Minimize().Run(Objective, 20).Trials.Select(static trial => trial.Config[0]),
            Open(medium).Trials.Select(static trial => trial.Config[0]));
    }

    [Fact]
    public async Task A_clock_that_goes_back_makes_no_negative_duration()
    {
        var time = new ManualTime();
        time.Advance(TimeSpan.FromHours(2));
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Storage = new SimulatedStorage(_medium), TimeProvider = time, Sharing = new SharingOptions { WorkerId = "one" } });
        await study.AskAsync();

        // The next process of the worker reads an earlier clock.
        Study<double[]> again = Studies.Minimize(Studies.Seeded with { Storage = new SimulatedStorage(_medium), TimeProvider = new ManualTime(), Sharing = new SharingOptions { WorkerId = "one" } });
        await again.TellAsync(await again.AskAsync(), 1);
        await again.TellAsync(await again.AskAsync(), 2);
        Assert.All([again, Open()], static reader => Assert.All(reader.Trials, static trial => Assert.InRange(trial.Duration!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1))));
        Assert.Equal([1, 2], Open().Trials.Select(static trial => trial.Value!.Value));
    }

    [Fact]
    public void A_study_that_was_deleted_is_named()
    {
        Study<double[]> study = Open();
        study.Tell(study.Ask(), 1);
        new RecordWriter(_medium).Write(static writer => writer.DeleteStudy(0), "other");
        Assert.Contains("Study 'test' was deleted", Assert.Throws<JournalException>(() => study.Run(Objective, 3)).Message);
    }

    [Fact]
    public void Only_results_wait_for_the_disk_unless_told_otherwise()
    {
        Assert.Equal(1 + 4, Flushes(JournalDurability.Results));
        Assert.Equal(0, Flushes(JournalDurability.None));
        Assert.Equal(1 + (3 * 4), Flushes(JournalDurability.EveryRecord));
    }

    private static int Flushes(JournalDurability durability)
    {
        var medium = new SimulatedMedium();
        Studies.Minimize(Studies.Seeded with { Storage = new SimulatedStorage(medium, durability) }).Run(Objective, 4);
        return medium.Flushes;
    }

    private Study<double[]> Open() => Open(_medium);

    private Study<double[]> Open(Func<StudyOptions, StudyOptions> change)
        => Studies.Minimize(change(Studies.Seeded with { Storage = new SimulatedStorage(_medium) }));

    private static Study<double[]> Open(SimulatedMedium medium, Strategy? strategy = null, long? seed = 7)
        => Studies.Minimize(Studies.Seeded with
        {
            Storage = new SimulatedStorage(medium),
            Strategy = strategy ?? Strategy.Random(),
            Seed = seed,
            TimeProvider = new ManualTime(),
        });

    private static TrialOutcome Objective(double[] config, Trial<double[]> trial)
    {
        trial.Report(1, config[0]);
        return (trial.Number % 3) switch { 0 => Studies.Bowl(config), 1 => TrialOutcome.Pruned, _ => TrialOutcome.Failed("no") };
    }

    private static IEnumerable<object> Describe(Study<double[]> study) => study.Trials.Select(static trial => (
        trial.Number, trial.State, trial.Value, trial.Config[0], trial.Reports.SingleOrDefault(), trial.FailureReason, trial.StartedAt, trial.Duration))
        .Cast<object>();
}
