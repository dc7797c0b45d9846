using Microsoft.Extensions.Logging;

namespace HyperTune.Tests;

/// <summary>Trials that may take only so long. Time goes by only when a test says so.</summary>
public sealed class TrialLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly TimerTime _time = new();
    private readonly RecordingLogger _logger = new();

    private StudyOptions Options => Studies.Seeded with { TrialTimeLimit = Limit, TrialTimeGrace = Grace, TimeProvider = _time, Logger = _logger };

    [Fact]
    public async Task An_objective_that_heeds_its_token_fails_its_trial_and_the_run_goes_on()
    {
        StudyResult<double[]> result = await Studies.Minimize(Options).RunAsync(
            async (_, trial, token) =>
            {
                Assert.Equal(token, trial.CancellationToken);
                if (trial.Number == 1)
                {
                    _time.Advance(Limit);
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
                }

                return 1;
            },
            3);
        Assert.Equal([TrialState.Completed, TrialState.Failed, TrialState.Completed], result.Trials.Select(static trial => trial.State));
        TrialRecord<double[]> failed = result.Trials[1];
        Assert.Equal(("It ran longer than 00:10:00.", FailureCause.TimedOut), (failed.FailureReason, failed.FailureCause!.Value));
        Assert.IsType<TaskCanceledException>(failed.Exception);
        Assert.Equal((StopReason.TrialBudgetSpent, Limit), (result.StopReason, failed.Duration));
    }

    [Fact]
    public void A_blocking_objective_heeds_the_token_of_its_trial()
    {
        StudyResult<double[]> result = Studies.Minimize(Options).Run(
            (_, trial) =>
            {
                if (trial.Number == 0)
                {
                    _time.Advance(Limit);
                    Assert.True(trial.CancellationToken.IsCancellationRequested);

                    // Libraries turn a cancelled token into exceptions of their own.
                    throw new InvalidDataException("interrupted");
                }

                Assert.False(trial.CancellationToken.IsCancellationRequested);
                return 1;
            },
            2);
        Assert.Equal(("It ran longer than 00:10:00.", FailureCause.TimedOut), (result.Trials[0].FailureReason, result.Trials[0].FailureCause!.Value));
        Assert.IsType<InvalidDataException>(result.Trials[0].Exception);
        Assert.Equal(TrialState.Completed, result.Trials[1].State);
    }

    [Fact]
    public void What_is_returned_within_the_grace_counts()
    {
        StudyResult<double[]> result = Studies.Minimize(Options).Run(
            (_, trial) =>
            {
                _time.Advance(Limit);
                return trial.Number == 0 ? 5 : trial.Number == 1 ? TrialOutcome.Pruned : TrialOutcome.Failed("own reason");
            },
            3);
        Assert.Equal([TrialState.Completed, TrialState.Pruned, TrialState.Failed], result.Trials.Select(static trial => trial.State));
        Assert.Equal(("own reason", FailureCause.Error), (result.Trials[2].FailureReason, result.Trials[2].FailureCause!.Value));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public async Task An_objective_that_does_not_end_is_left_behind(int workers, bool isAsynchronous)
    {
        using var gate = new ManualResetEventSlim();
        var late = new TaskCompletionSource<Exception?>();
        Study<double[]> study = Studies.Minimize(Options with { Parallelism = workers });
        double Blocked(Trial<double[]> trial)
        {
            if (trial.Number == 2)
            {
                _time.Advance(Limit);
                _time.Advance(Grace);
                gate.Wait();
                late.SetResult(Record.Exception(() => trial.Report(1, 1)));
                return -100;
            }

            return 1;
        }

        StudyResult<double[]> result = isAsynchronous
            ? await study.RunAsync((_, trial, _) => Task.FromResult<TrialOutcome>(Blocked(trial)), 6)
            : await Task.Run(() => study.Run((_, trial) => Blocked(trial), 6));

        // The run has ended although the objective has not.
        Assert.False(late.Task.IsCompleted);
        Assert.Equal((StopReason.TrialBudgetSpent, 6), (result.StopReason, result.Trials.Count));
        Assert.Equal("It ran longer than 00:10:00, and had not ended 00:00:30 after it was asked to, so that its objective was abandoned.", result.Trials[2].FailureReason);
        Assert.Equal((TrialState.Failed, FailureCause.TimedOut), (result.Trials[2].State, result.Trials[2].FailureCause!.Value));
        Assert.Contains(_logger.Lines, static line => line.Message.StartsWith("The objective of trial 2 of study test was abandoned", StringComparison.Ordinal));

        // What it does then is refused, and what it returns is logged and not kept.
        gate.Set();
        Assert.Contains("its objective was abandoned", Assert.IsType<InvalidOperationException>(await late.Task).Message, StringComparison.Ordinal);
        while (!_logger.Lines.Any(static line => line.Message == "The abandoned objective of trial 2 of study test has ended, with -100, which is not kept."))
        {
            await Task.Yield();
        }

        Assert.Equal((TrialState.Failed, 1.0), (study.Trials[2].State, study.GetResult().BestObserved.Value!.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Trials_that_take_too_long_are_run_again_as_often_as_said(bool isStored)
    {
        using var place = new StoragePlace("journal");
        StudyOptions options = Options with
        {
            Storage = isStored ? place.Storage() : null,
            Retries = new Retries { TimedOut = 2, Failed = 1 },
            Expected = Failures.Of<IOException>(),
        };
        int calls = 0;
        StudyResult<double[]> result = Studies.Minimize(options).Run(
            (_, trial) =>
            {
                if (trial.Number == 0 && ++calls != 2)
                {
                    _time.Advance(Limit);
                    trial.CancellationToken.ThrowIfCancellationRequested();
                }

                return trial.Number > 0 ? 1 : throw new IOException("once");
            },
            2);

        // Too long, an error, too long, too long: each cause has its own count.
        Assert.Equal(4, calls);
        Assert.Equal(
            [FailureCause.TimedOut, FailureCause.Error, FailureCause.TimedOut], result.Trials[0].FailedAttempts.Select(static attempt => attempt.Cause));
        Assert.Equal((TrialState.Failed, FailureCause.TimedOut), (result.Trials[0].State, result.Trials[0].FailureCause!.Value));
        if (isStored)
        {
            TrialRecord<double[]> read = place.Open().Trials[0];
            Assert.Equal(result.Trials[0].FailedAttempts.Select(static attempt => attempt.Cause), read.FailedAttempts.Select(static attempt => attempt.Cause));
            Assert.Equal(FailureCause.TimedOut, read.FailureCause);
        }
    }

    [Fact]
    public void Trials_that_take_too_long_end_a_run_where_there_are_too_many_in_a_row()
    {
        StudyResult<double[]> result = Studies.Minimize(Options with { MaxConsecutiveFailures = 3 }).Run(
            (_, trial) =>
            {
                _time.Advance(Limit);
                trial.CancellationToken.ThrowIfCancellationRequested();
                return 1;
            },
            100);
        Assert.Equal((StopReason.TooManyFailures, 3), (result.StopReason, result.Trials.Count));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_does_not_wait_for_an_objective_that_never_ends()
    {
        using var source = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        Study<double[]> study = Studies.Minimize(Options);
        await Assert.ThrowsAsync<OperationCanceledException>(() => study.RunAsync(
            async (_, _, _) =>
            {
                await source.CancelAsync();
                _time.Advance(Limit);
                _time.Advance(Grace);
                gate.Wait();
                return 1;
            },
            5,
            source.Token));
        gate.Set();
        Assert.Equal(FailureCause.TimedOut, Assert.Single(study.Trials).FailureCause);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slot_goes_on_with_something_new_and_what_was_left_behind_is_disposed_of_late(bool isAsynchronous)
    {
        using var gate = new ManualResetEventSlim();
        var created = new List<Trainer>();
        Study<double[]> study = Studies.Minimize(Options with { Slots = ["card"] });
        Trainer Create(string slot)
        {
            Assert.Equal("card", slot);
            created.Add(new Trainer());
            return created[^1];
        }

        TrialOutcome Use(Trainer trainer, Trial<double[]> trial)
        {
            Assert.False(trainer.Disposed.Task.IsCompleted);
            if (trial.Number == 1)
            {
                _time.Advance(Limit);
                _time.Advance(Grace);
                gate.Wait();
            }

            return 1;
        }

        StudyResult<double[]> result = isAsynchronous
            ? await study.RunWithAsync(Create, (trainer, _, trial, _) => Task.FromResult(Use(trainer, trial)), 4)
            : await Task.Run(() => study.RunWith(Create, (trainer, _, trial) => Use(trainer, trial), 4));
        Assert.Equal([TrialState.Completed, TrialState.Failed, TrialState.Completed, TrialState.Completed], result.Trials.Select(static trial => trial.State));
        Assert.Equal([false, true], created.Select(static trainer => trainer.Disposed.Task.IsCompleted));
        gate.Set();
        await created[0].Disposed.Task;
    }

    [Fact]
    public async Task Without_a_limit_the_token_is_that_of_the_run()
    {
        using var source = new CancellationTokenSource();
        StudyResult<double[]> result = await Studies.Minimize().RunAsync(
            (_, trial, token) => Task.FromResult<TrialOutcome>(token == source.Token && trial.CancellationToken == source.Token ? 1 : 2), 1, source.Token);
        Assert.Equal(1, result.BestObserved.Value);
        Studies.Minimize().Run((_, trial) => trial.CancellationToken == source.Token ? 1 : throw new InvalidOperationException(), 1, source.Token);
        Assert.Equal(CancellationToken.None, Studies.Minimize().Ask().CancellationToken);
    }

    [Fact]
    public void Limits_are_checked()
    {
        Assert.Equal("TrialTimeLimit", Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { TrialTimeLimit = TimeSpan.Zero }).ParamName);
        Assert.Equal("TrialTimeLimit", Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { TrialTimeLimit = TimeSpan.FromDays(25) }).ParamName);
        Assert.Equal("TrialTimeGrace", Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { TrialTimeGrace = TimeSpan.FromTicks(-1) }).ParamName);
        Assert.Equal("TimedOut", Assert.Throws<ArgumentOutOfRangeException>(() => new Retries { TimedOut = -1 }).ParamName);
        Assert.Equal((null, TimeSpan.FromSeconds(30), 0), (new StudyOptions().TrialTimeLimit, new StudyOptions().TrialTimeGrace, new Retries().TimedOut));
    }

    private sealed class Trainer : IDisposable
    {
        public TaskCompletionSource Disposed { get; } = new();

        public void Dispose() => Disposed.SetResult();
    }
}
