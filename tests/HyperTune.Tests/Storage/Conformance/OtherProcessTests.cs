namespace HyperTune.Tests;

/// <summary>Results of a study of which other processes run trials, over every storage.</summary>
public sealed class OtherProcessTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_result_says_how_many_trials_run_elsewhere(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> other = place.Open();
        Trial<double[]>[] pending = [await other.AskAsync(), await other.AskAsync()];
        Study<double[]> study = place.Open();
        StudyResult<double[]> result = study.Run(Studies.Bowl, 5);
        Assert.Equal((2, StopReason.TrialBudgetSpent), (result.RunningElsewhere, result.StopReason));
        Assert.Equal(0, other.GetResult().RunningElsewhere);
        await other.TellAsync(pending[0], 1);
        Assert.Equal(1, study.Run(Studies.Bowl, 6).RunningElsewhere);
        Assert.Equal(2, result.RunningElsewhere);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_run_waits_for_the_others_where_its_budget_says_so(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> other = place.Open();
        Trial<double[]> pending = await other.AskAsync();
        Study<double[]> study = place.Open();
        int ended = 0;
        var allOwnEnded = new TaskCompletionSource();
        Task<StudyResult<double[]>> run = study.RunAsync(
            async config =>
            {
                await Task.Yield();
                if (Interlocked.Increment(ref ended) == 4)
                {
                    allOwnEnded.SetResult();
                }

                return 1 + Studies.Bowl(config);
            },
            new Budget { Trials = 5, WaitForOthers = true });
        await allOwnEnded.Task;
        await other.TellAsync(pending, -7);
        StudyResult<double[]> result = await run;
        Assert.Equal((0, StopReason.TrialBudgetSpent), (result.RunningElsewhere, result.StopReason));
        Assert.Equal((0, -7.0), (result.BestObserved.Number, result.BestObserved.Value!.Value));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_run_that_waits_takes_over_what_the_others_leave(string kind)
    {
        using var place = new StoragePlace(kind);
        await place.OpenInDyingProcess().AskAsync();
        Study<double[]> other = place.Open();
        Trial<double[]> pending = await other.AskAsync();
        Assert.Equal(0, pending.Number);
        Trial<double[]> second = await other.AskAsync();
        Study<double[]> study = place.Open();
        var started = new TaskCompletionSource();
        Task<StudyResult<double[]>> run = study.RunAsync(
            config =>
            {
                started.TrySetResult();
                return Task.FromResult(Studies.Bowl(config));
            },
            new Budget { Trials = 3, WaitForOthers = true });
        await started.Task;
        await other.TellAsync(second, 1);

        // The other one gives no sign of life any more: first it is looked at, then its lease is over.
        while (!run.IsCompleted)
        {
            place.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        StudyResult<double[]> result = await run;
        Assert.Equal(0, result.RunningElsewhere);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.Equal(Studies.Bowl(pending.Config), result.Trials[0].Value);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_run_that_waits_can_be_cancelled_and_stopped(string kind)
    {
        using var place = new StoragePlace(kind);
        await place.Open().AskAsync();
        using var cancellation = new CancellationTokenSource();
        Study<double[]> study = place.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.RunAsync(
            async config =>
            {
                await cancellation.CancelAsync();
                return Studies.Bowl(config);
            },
            new Budget { Trials = 2, WaitForOthers = true },
            cancellation.Token));
        Assert.Equal(1, study.GetResult().RunningElsewhere);
        StudyResult<double[]> stopped = study.Run(
            config =>
            {
                study.RequestStop();
                return Studies.Bowl(config);
            },
            new Budget { Trials = 3, WaitForOthers = true });
        Assert.Equal((StopReason.StopRequested, 1), (stopped.StopReason, stopped.RunningElsewhere));
    }
}
