namespace HyperTune.Tests;

public sealed class StudyCancellationTests
{
    [Fact]
    public async Task Cancelling_RunAsync_throws_marks_running_trials_and_leaves_the_study_usable()
    {
        using var cancellation = new CancellationTokenSource();
        Study<double[]> study = Studies.Minimize();
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => study.RunAsync(
            async (_, trial, cancellationToken) =>
            {
                if (trial.Number == 3)
                {
                    await cancellation.CancelAsync();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                return trial.Number;
            },
            100,
            cancellation.Token));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        StudyResult<double[]> result = study.GetResult();
        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal(4, result.Trials.Count);
        Assert.Equal(TrialState.Cancelled, result.Trials[3].State);
        Assert.Null(result.Trials[3].FailureReason);
        Assert.Equal(0, result.Best.Number);
        Assert.Equal(6, study.Run(static _ => 1, 2).Trials.Count);
    }

    [Fact]
    public void Cancelling_Run_keeps_the_result_of_the_trial_that_ran()
    {
        using var cancellation = new CancellationTokenSource();
        Study<double[]> study = Studies.Minimize();
        Assert.Throws<OperationCanceledException>(() => study.Run(
            (_, trial) =>
            {
                cancellation.Cancel();
                return 5;
            },
            100,
            cancellation.Token));
        Assert.Equal(5, Assert.Single(study.Trials).Value);
    }

    [Fact]
    public async Task A_token_cancelled_before_starts_no_trial()
    {
        Study<double[]> study = Studies.Minimize();
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => study.RunAsync(static (_, _) => Task.FromResult(1.0), 5, new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await study.AskAsync(new CancellationToken(true)));
        Assert.Empty(study.Trials);
    }

    [Fact]
    public void A_token_cancelled_after_the_last_trial_changes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        StudyResult<double[]> result = Studies.Minimize().Run(
            (_, trial) =>
            {
                if (trial.Number == 4)
                {
                    cancellation.Cancel();
                }

                return 1;
            },
            5,
            cancellation.Token);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
    }

    [Fact]
    public async Task An_objectives_own_cancellation_is_a_failure()
    {
        StudyResult<double[]> result = await Studies.Minimize(Studies.Seeded with { Expected = Failures.Any }).RunAsync(
            async (_, trial, _) => trial.Number == 0 ? throw new TaskCanceledException("timed out") : 1,
            2);
        Assert.Equal("TaskCanceledException: timed out", result.Trials[0].FailureReason);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
    }

    [Fact]
    public void Cancelling_while_the_strategy_computes_ends_the_run()
    {
        using var cancellation = new CancellationTokenSource();
        var strategy = new RecordingStrategy
        {
            OnSuggest = number =>
            {
                if (number == 2)
                {
                    cancellation.Cancel();
                    cancellation.Token.ThrowIfCancellationRequested();
                }
            },
        };
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy });
        Assert.Throws<OperationCanceledException>(() => study.Run(Studies.Bowl, 100, cancellation.Token));
        Assert.Equal(2, study.Trials.Count);
        Assert.Equal(StopReason.Cancelled, study.GetResult().StopReason);
    }

    [Fact]
    public async Task All_workers_of_a_cancelled_run_end()
    {
        using var cancellation = new CancellationTokenSource();
        using var started = new CountdownEvent(4);
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Parallelism = 4 });
        Task run = study.RunAsync(
            async (_, _, cancellationToken) =>
            {
                started.Signal();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return 0;
            },
            100,
            cancellation.Token);
        started.Wait();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(4, study.Trials.Count);
        Assert.All(study.Trials, static trial => Assert.Equal(TrialState.Cancelled, trial.State));
    }
}
