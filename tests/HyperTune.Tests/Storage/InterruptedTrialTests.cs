namespace HyperTune.Tests;

/// <summary>Trials whose process has ended, or gives no sign of life any more.</summary>
public sealed class InterruptedTrialTests
{
    private static readonly TimeSpan Lease = new SharingOptions().Lease;

    private readonly SimulatedMedium _medium = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_trial_of_a_dead_process_is_run_again_under_its_number()
    {
        Trial<double[]> lost = await AskInDeadProcess();
        var logger = new RecordingLogger();
        Study<double[]> study = Open(options => options with { Logger = logger });
        Assert.Equal(TrialState.Waiting, study.Trials[0].State);
        Trial<double[]> again = await study.AskAsync();
        Assert.Equal((lost.Number, lost.Config[0]), (again.Number, again.Config[0]));
        await study.TellAsync(again, 1);
        Assert.Equal(1, (await study.AskAsync()).Number);
        Assert.Contains(logger.Lines, static line => line.Message.Contains("Trial 0 of study test was interrupted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trial_that_kills_its_process_fails_when_its_retries_are_spent()
    {
        await AskInDeadProcess();
        await AskInDeadProcess(options => options with { Retries = new Retries { Interrupted = 2 } });
        await AskInDeadProcess(options => options with { Retries = new Retries { Interrupted = 2 } });
        Study<double[]> study = Open(options => options with { Retries = new Retries { Interrupted = 2 } });
        TrialRecord<double[]> trial = Assert.Single(study.Trials);
        Assert.Equal(TrialState.Failed, trial.State);
        Assert.Equal("Its process ended 3 times while it ran.", trial.FailureReason);
        Assert.Equal(1, (await study.AskAsync()).Number);
    }

    [Fact]
    public async Task A_trial_without_retries_fails_at_once()
    {
        await AskInDeadProcess();
        TrialRecord<double[]> trial = Assert.Single(Open(options => options with { Retries = new Retries { Interrupted = 0 } }).Trials);
        Assert.Equal("Its process ended once while it ran.", trial.FailureReason);
    }

    [Fact]
    public async Task A_trial_whose_process_lives_is_left_alone_until_its_lease_is_over()
    {
        Trial<double[]> running = await Open().AskAsync();
        Study<double[]> other = Open();
        Assert.Equal(1, (await other.AskAsync()).Number);
        _time.Advance(Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(running.Number, (await other.AskAsync()).Number);
    }

    [Fact]
    public async Task A_sign_of_life_renews_the_lease()
    {
        var participant = new StudyParticipant { Owner = ProcessIdentity.CreateToken(), TimeProvider = _time };
        var owner = new OpenLog(new SimulatedStorage(_medium), participant, TestSpace.Cube(2), _time);
        Assert.Equal(0, await owner.StartAsync([0.5, 0.5]));
        Study<double[]> other = Open();
        await other.AskAsync();
        for (int i = 0; i < 10; i++)
        {
            _time.Advance(Lease / 3);
            await owner.Log.KeepAliveAsync([0]);
            Assert.Equal(i + 2, (await other.AskAsync()).Number);
        }

        Assert.Equal(TrialState.Running, other.Trials[0].State);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_or_forward_costs_no_live_trial_and_hides_no_dead_one()
    {
        var late = new SkewedTime(_time, TimeSpan.FromHours(-5));
        Study<double[]> owner = Open(options => options with { TimeProvider = late });
        await owner.AskAsync();
        Study<double[]> other = Open();

        // To the other clock the lease was over hours ago; but it has only just been seen.
        Assert.Equal(1, (await other.AskAsync()).Number);
        _time.Advance(2);
        Assert.Equal(2, (await other.AskAsync()).Number);

        var early = new SkewedTime(_time, TimeSpan.FromHours(5));
        Assert.Equal(3, (await Open(options => options with { TimeProvider = early }).AskAsync()).Number);
        _time.Advance(2);
        Assert.Equal(4, (await other.AskAsync()).Number);

        // By its clock the lease of trial 3 lasts five hours more; it does not change for longer than a lease.
        _time.Advance(Lease * 2);
        Assert.Equal(0, (await other.AskAsync()).Number);
        Assert.Equal(3, (await other.AskAsync()).Number);
    }

    [Fact]
    public async Task An_outcome_that_comes_after_all_is_kept_when_it_is_the_first()
    {
        Study<double[]> slow = Open();
        Trial<double[]> trial = await slow.AskAsync();
        Study<double[]> other = Open();
        await other.AskAsync();
        _time.Advance(Lease * 2);
        Trial<double[]> again = await other.AskAsync();
        Assert.Equal(0, again.Number);
        await slow.TellAsync(trial, 0.25);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await other.TellAsync(again, 0.75));
        Assert.Contains("was ended by another process", exception.Message);
        Assert.Equal(0.25, Open().Trials[0].Value);
        Assert.Equal(0.25, other.Trials[0].Value);
    }

    [Fact]
    public void An_outcome_that_comes_too_late_does_not_stop_a_run()
    {
        Study<double[]> study = Open();
        var logger = new RecordingLogger();
        Study<double[]> slow = Open(options => options with { Logger = logger });
        StudyResult<double[]> result = slow.Run(
            config =>
            {
                if (slow.Trials.Count == 1)
                {
                    // Another process takes the trial for dead, runs it and ends it.
                    _time.Advance(2);
                    study.Run(Studies.Bowl, 1);
                    _time.Advance(Lease * 2);
                    study.Run(Studies.Bowl, 1);
                }

                return 7;
            },
            3);
        Assert.Equal(3, result.Trials.Count);
        Assert.Contains(logger.Lines, static line => line.Message.Contains("came too late", StringComparison.Ordinal));
        Assert.NotEqual(7, result.Trials[0].Value);
        Assert.Equal(2, result.Trials.Count(static trial => trial.Value == 7));
    }

    [Fact]
    public async Task A_worker_that_asks_again_under_its_name_gets_its_trials_back_first()
    {
        Study<double[]> before = Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } });
        Trial<double[]>[] pending = [await before.AskAsync(), await before.AskAsync()];
        Study<double[]> other = Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-4" } });
        Assert.Equal(2, (await other.AskAsync()).Number);

        Study<double[]> after = Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } });
        for (int i = 0; i < pending.Length; i++)
        {
            Trial<double[]> again = await after.AskAsync();
            Assert.Equal((pending[i].Number, pending[i].Config[0]), (again.Number, again.Config[0]));
            await after.TellAsync(again, i);
        }

        Assert.Equal(3, (await after.AskAsync()).Number);
    }

    [Fact]
    public async Task A_trial_that_got_back_costs_no_budget()
    {
        await Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } }).AskAsync();
        StudyResult<double[]> result = Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } }).Run(Studies.Bowl, 3);
        Assert.Equal(3, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
    }

    [Fact]
    public async Task The_last_trial_of_a_budget_is_got_back_too()
    {
        Study<double[]> before = Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } });
        before.Run(Studies.Bowl, 2);
        Trial<double[]> last = await before.AskAsync();
        StudyResult<double[]> result = Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } }).Run(Studies.Bowl, 3);
        Assert.Equal((3, StopReason.TrialBudgetSpent), (result.Trials.Count, result.StopReason));
        Assert.Equal(Studies.Bowl(last.Config), result.Trials[2].Value);
    }

    [Fact]
    public async Task Reports_of_the_interrupted_attempt_are_dropped_when_the_trial_is_run_again()
    {
        Trial<double[]> lost = await AskInDeadProcess(static options => options, static trial => trial.Report(0, 5));
        Study<double[]> study = Open();
        Trial<double[]> again = await study.AskAsync();
        again.Report(0, 6);
        again.Report(1, 7);
        await study.TellAsync(again, TrialOutcome.Pruned);
        Assert.Equal<TrialReport>([new(0, 6), new(1, 7)], [.. Open().Trials[lost.Number].Reports]);
        Assert.Equal(7, Open().Trials[lost.Number].Value);
    }

    [Fact]
    public void A_trial_of_another_program_never_counts_as_interrupted()
    {
        // A study is there from its first change on.
        Open().Notes.Set("data", "v1");
        Assert.Empty(Open().Trials);
        new RecordWriter(_medium).Write(JournalFixture.CreateRunning, "optuna-1");
        Study<double[]> study = Open();
        study.Run(Studies.Bowl, 3);
        _time.Advance(TimeSpan.FromDays(100));
        study.Run(Studies.Bowl, 4);
        Assert.Equal(TrialState.Running, study.Trials[0].State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Trials_that_a_cancellation_cut_short_are_run_again_and_the_budget_is_kept(bool reopens)
    {
        StudyResult<double[]> whole = Studies.Minimize().Run(Studies.Bowl, 20);
        Study<double[]> study = Open(static options => options with { Parallelism = 4 });
        await CancelAtTenthTrial(study);
        Assert.Equal(StopReason.Cancelled, study.GetResult().StopReason);
        Assert.DoesNotContain(study.Trials, static trial => trial.State is TrialState.Running or TrialState.Failed);
        Assert.Contains(study.Trials, static trial => trial.State == TrialState.Waiting);

        StudyResult<double[]> result = (reopens ? Open() : study).Run(Studies.Bowl, 20);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.Equal(whole.Trials.Select(static trial => trial.Value), result.Trials.Select(static trial => trial.Value));
    }

    [Fact]
    public async Task Without_retries_a_cancellation_ends_its_trials()
    {
        Study<double[]> study = Open(static options => options with { Parallelism = 4, Retries = new Retries { Interrupted = 0 } });
        await CancelAtTenthTrial(study);
        Assert.Contains(study.Trials, static trial => trial.State == TrialState.Cancelled);
        Assert.DoesNotContain(study.Trials, static trial => trial.State is TrialState.Running or TrialState.Waiting);
    }

    private static async Task CancelAtTenthTrial(Study<double[]> study)
    {
        using var cancellation = new CancellationTokenSource();
        int started = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.RunAsync(
            async (x, cancellationToken) =>
            {
                if (Interlocked.Increment(ref started) >= 10)
                {
                    await cancellation.CancelAsync();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                await Task.Yield();
                return Studies.Bowl(x);
            },
            20,
            cancellation.Token));
    }

    private Study<double[]> Open(Func<StudyOptions, StudyOptions>? change = null)
    {
        StudyOptions options = Studies.Seeded with { Storage = new SimulatedStorage(_medium), TimeProvider = _time };
        return Studies.Minimize(change?.Invoke(options) ?? options);
    }

    /// <summary>Starts a trial and then makes its owner a process of this machine that does not exist.</summary>
    private async Task<Trial<double[]>> AskInDeadProcess(Func<StudyOptions, StudyOptions>? change = null, Action<Trial<double[]>>? before = null)
    {
        Trial<double[]> trial = await Open(change).AskAsync();
        before?.Invoke(trial);
        _medium.Replace($"-{Environment.ProcessId}.", $"-{int.MaxValue}.");
        return trial;
    }

    private sealed class SkewedTime(TimeProvider time, TimeSpan skew) : TimeProvider
    {
        public override long TimestampFrequency => time.TimestampFrequency;

        public override long GetTimestamp() => time.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + skew;
    }
}
