namespace HyperTune.Tests;

/// <summary>What other processes may want of a study that runs: that it stops, or has more trials.</summary>
public sealed class StudyWishTests
{
    private readonly SimulatedMedium _medium = new();

    [Fact]
    public async Task Another_process_stops_a_run_and_what_runs_ends()
    {
        Study<TestConfig> study = Open("worker");
        await using Study<TestConfig> other = Open("watcher");
        int asked = 0;
        StudyResult<TestConfig> result = await study.RunAsync(
            async config =>
            {
                if (++asked == 5)
                {
                    await other.RequestStopAsync();
                }

                return config.X;
            },
            100);
        Assert.Equal(StopReason.StopRequested, result.StopReason);
        Assert.Equal(5, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));

        // The wish was about that run.
        Assert.Equal(8, study.Run(static config => config.X, 8).Trials.Count);
    }

    [Fact]
    public async Task Another_process_lets_a_run_have_more_trials()
    {
        Study<TestConfig> study = Open("worker");
        await using Study<TestConfig> other = Open("watcher");
        int asked = 0;
        StudyResult<TestConfig> result = await study.RunAsync(
            async config =>
            {
                if (++asked is 3 or 11)
                {
                    Assert.Equal(asked == 3 ? 5 : 7, await other.ExtendAsync(asked == 3 ? 5 : 2));
                }

                return config.X;
            },
            10);
        Assert.Equal(17, result.Trials.Count);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);

        // What was added counts for the study, whose budget counts all its trials.
        Assert.Equal(19, study.Run(static config => config.X, 12).Trials.Count);
    }

    [Fact]
    public async Task A_study_of_this_process_alone_has_added_trials_once()
    {
        await using Study<TestConfig> study = Study.Minimize<TestConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() });
        await study.RunAsync(
            async (config, trial, token) =>
            {
                if (trial.Number == 2)
                {
                    await study.ExtendAsync(3, token);
                }

                return config.X;
            },
            5);
        Assert.Equal(8, study.Trials.Count);
        study.Run(static config => config.X, 5);
        Assert.Equal(13, study.Trials.Count);
    }

    [Fact]
    public async Task To_extend_by_less_than_one_trial_is_refused()
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Open("worker").ExtendAsync(0).AsTask());

    [Fact]
    public void A_record_says_who_ran_the_trial()
    {
        Study<TestConfig> study = Open("node-1");
        study.Run(static config => config.X, 2);
        Open("node-2").Run(static config => config.X, 4);
        Study<TestConfig> nameless = Open(worker: null);
        nameless.Run(static config => config.X, 5);
        Assert.Equal(
            ["node-1", "node-1", "node-2", "node-2", $"process {Environment.ProcessId}"],
            Open("reader").Trials.Select(static trial => trial.Worker));
        Study<TestConfig> inMemory = Study.Minimize<TestConfig>();
        inMemory.Run(static config => config.X, 1);
        Assert.Null(inMemory.Trials[0].Worker);
    }

    private Study<TestConfig> Open(string? worker) => Study.Minimize<TestConfig>(new StudyOptions
    {
        Name = "wishes",
        Seed = 1,
        Strategy = Strategy.Random(),
        Storage = new SimulatedStorage(_medium),
        Sharing = new SharingOptions { WorkerId = worker },
    });
}
