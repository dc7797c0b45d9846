namespace HyperTune.Tests;

/// <summary>Trials whose process has ended, or gives no sign of life any more, over every storage.</summary>
public sealed class LeaseTests
{
    private static readonly TimeSpan Lease = new SharingOptions().Lease;

    public static TheoryData<string> Storages => StoragePlace.Storages;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_trial_of_a_process_that_has_ended_waits_again_and_loses_its_reports_when_it_is_taken(string kind)
    {
        using var place = new StoragePlace(kind);
        Trial<double[]> lost = await place.OpenInDyingProcess().AskAsync();
        lost.Report(0, 5);
        lost.Report(7, 5);
        Study<double[]> study = place.Open();
        Assert.Equal(TrialState.Waiting, study.Trials[0].State);
        Trial<double[]> again = await study.AskAsync();
        Assert.Equal((lost.Number, lost.Config[0]), (again.Number, again.Config[0]));
        again.Report(0, 6);
        again.Report(1, 7);
        await study.TellAsync(again, TrialOutcome.Pruned);
        Assert.Equal<TrialReport>([new(0, 6), new(1, 7)], [.. place.Open().Trials[0].Reports]);
        Assert.Equal(7, place.Open().Trials[0].Value);
        Assert.Equal(1, (await study.AskAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_trial_fails_when_its_processes_end_too_often(string kind)
    {
        using var place = new StoragePlace(kind);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, (await place.OpenInDyingProcess(Retries).AskAsync()).Number);
        }

        Study<double[]> study = place.Open(Retries);
        Assert.Equal("Its process ended 3 times while it ran.", Assert.Single(study.Trials).FailureReason);
        Assert.Equal(1, (await study.AskAsync()).Number);

        static StudyOptions Retries(StudyOptions options) => options with { Retries = new Retries { Interrupted = 2 } };
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_trial_whose_process_lives_is_left_alone_until_its_lease_is_over(string kind)
    {
        using var place = new StoragePlace(kind);
        await place.Open().AskAsync();
        Study<double[]> other = place.Open();
        Assert.Equal(1, (await other.AskAsync()).Number);
        place.Time.Advance(Lease / 2);
        Assert.Equal(2, (await other.AskAsync()).Number);
        place.Time.Advance((Lease / 2) + TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await other.AskAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_sign_of_life_renews_the_lease(string kind)
    {
        using var place = new StoragePlace(kind);
        var observed = new ObservedStorage(place.Storage());
        await place.Open(options => options with { Storage = observed }).AskAsync();
        Study<double[]> other = place.Open();
        await other.AskAsync();
        for (int i = 0; i < 10; i++)
        {
            place.Time.Advance(Lease / 3);
            await observed.Log.KeepAliveAsync([0]);
            Assert.Equal(i + 2, (await other.AskAsync()).Number);
        }

        Assert.Equal(TrialState.Running, other.Trials[0].State);
        place.Time.Advance(Lease * 2);
        Assert.Equal(0, (await other.AskAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task The_sign_of_life_of_a_process_that_lost_its_trial_helps_nobody(string kind)
    {
        using var place = new StoragePlace(kind);
        var observed = new ObservedStorage(place.Storage());
        await place.Open(options => options with { Storage = observed }).AskAsync();
        Study<double[]> other = place.Open();
        await other.OpenAsync();
        place.Time.Advance(Lease * 2);
        Assert.Equal(0, (await other.AskAsync()).Number);
        Study<double[]> third = place.Open();
        await third.OpenAsync();
        place.Time.Advance(Lease / 2);
        await observed.Log.KeepAliveAsync([0]);
        Assert.Equal(1, (await third.AskAsync()).Number);
        place.Time.Advance((Lease / 2) + TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await third.AskAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task An_outcome_of_a_trial_that_another_process_has_ended_is_refused(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> slow = place.Open();
        Trial<double[]> trial = await slow.AskAsync();
        Study<double[]> other = place.Open();
        await other.AskAsync();
        place.Time.Advance(Lease * 2);
        Trial<double[]> again = await other.AskAsync();
        Assert.Equal(0, again.Number);
        await other.TellAsync(again, 0.75);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await slow.TellAsync(trial, 0.25));
        Assert.Contains("was ended by another process", exception.Message);
        Assert.Equal([0.75, 0.75, 0.75], new[] { slow, other, place.Open() }.Select(static study => study.Trials[0].Value!.Value));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task An_outcome_that_comes_first_after_all_is_kept(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> slow = place.Open();
        Trial<double[]> trial = await slow.AskAsync();
        Study<double[]> other = place.Open();
        await other.AskAsync();
        place.Time.Advance(Lease * 2);
        Trial<double[]> again = await other.AskAsync();
        await slow.TellAsync(trial, 0.25);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await other.TellAsync(again, 0.75));
        Assert.Equal([0.25, 0.25, 0.25], new[] { slow, other, place.Open() }.Select(static study => study.Trials[0].Value!.Value));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Late_reports_of_a_process_that_lost_its_trial_are_not_taken_for_those_of_the_next(string kind)
    {
        using var place = new StoragePlace(kind);
        Trial<double[]> slow = await place.Open().AskAsync();
        Study<double[]> other = place.Open();
        await other.AskAsync();
        place.Time.Advance(Lease * 2);
        Trial<double[]> again = await other.AskAsync();
        Assert.Equal(slow.Number, again.Number);
        slow.Report(1, 10);
        again.Report(1, 20);
        Assert.Equal<TrialReport>([new(1, 20)], [.. place.Open().Trials[0].Reports]);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_worker_that_was_started_anew_gets_its_trials_back_first(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> before = place.Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } });
        Trial<double[]>[] pending = [await before.AskAsync(), await before.AskAsync()];
        Study<double[]> other = place.Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-4" } });
        Assert.Equal(2, (await other.AskAsync()).Number);
        Study<double[]> after = place.Open(static options => options with { Sharing = new SharingOptions { WorkerId = "job-3" } });
        foreach (Trial<double[]> trial in pending)
        {
            Trial<double[]> again = await after.AskAsync();
            Assert.Equal((trial.Number, trial.Config[0]), (again.Number, again.Config[0]));
            await after.TellAsync(again, 1);
        }

        Assert.Equal(3, (await after.AskAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Trials_that_a_cancellation_cut_short_wait_for_the_next_run(string kind)
    {
        using var place = new StoragePlace(kind);
        using var cancellation = new CancellationTokenSource();
        Study<double[]> study = place.Open(static options => options with { Parallelism = 3 });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.RunAsync(
            async (config, trial, token) =>
            {
                if (trial.Number >= 5)
                {
                    await cancellation.CancelAsync();
                    await Task.Delay(Timeout.Infinite, token);
                }

                return Studies.Bowl(config);
            },
            12,
            cancellation.Token));
        Assert.Contains(place.Open().Trials, static trial => trial.State == TrialState.Waiting);
        Assert.DoesNotContain(place.Open().Trials, static trial => trial.State is TrialState.Failed or TrialState.Cancelled);
        StudyResult<double[]> result = place.Open().Run(Studies.Bowl, 12);
        Assert.Equal(
            Studies.Minimize().Run(Studies.Bowl, 12).Trials.Select(static trial => trial.Value),
            result.Trials.Select(static trial => trial.Value));
    }
}
