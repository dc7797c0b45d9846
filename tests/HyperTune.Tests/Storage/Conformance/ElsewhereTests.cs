using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Trials that are asked for in one process and told in another, over every storage.</summary>
public sealed class ElsewhereTests
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(30);

    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Trial_that_was_let_go_waits_for_its_outcome_whatever_happens_to_processes(string kind)
    {
        using var place = new StoragePlace(kind);
        Trial<double[]> plate = await place.OpenInDyingProcess().AskAsync();
        await plate.DetachAsync();
        place.Time.Advance(Long);
        Assert.Equal(1, (await place.OpenInDyingProcess().AskAsync()).Number);
        place.Time.Advance(Long);
        Assert.Equal(TrialState.Running, place.Open().Trials[0].State);

        Study<double[]> other = place.Open();
        await other.TellAsync(0, 0.5);
        Assert.Equal(0.5, place.Open().Trials[0].Value);
        Assert.Equal(2 * Long, place.Open().Trials[0].Duration);
        InvalidOperationException twice = await Assert.ThrowsAsync<InvalidOperationException>(async () => await other.TellAsync(0, 0.25));
        Assert.Equal("Trial 0 of study 'test' is completed and was told before; an outcome can be told once.", twice.Message);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Another_process_goes_on_with_a_trial_and_its_reports(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> first = place.Open();
        Trial<double[]> trial = await first.AskAsync();
        await trial.ReportAsync(0, 4);
        await trial.DetachAsync();

        Study<double[]> second = place.OpenInDyingProcess();
        Trial<double[]> resumed = await second.ResumeAsync(0);
        Assert.Equal(trial.Config, resumed.Config);
        await resumed.ReportAsync(1, 3);
        await trial.ReportAsync(2, 9);
        Assert.Equal<TrialReport>([new(0, 4), new(1, 3)], [.. place.Open().Trials[0].Reports]);

        // The second process has died: the trial starts anew in the next one.
        Study<double[]> third = place.Open();
        Trial<double[]> again = await third.ResumeAsync(0);
        await again.ReportAsync(0, 2);
        await third.TellAsync(again, TrialOutcome.Pruned);
        Assert.Equal<TrialReport>([new(0, 2)], [.. place.Open().Trials[0].Reports]);
        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(async () => await third.ResumeAsync(0));
        Assert.Equal("Trial 0 of study 'test' is pruned and cannot be gone on with.", ended.Message);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Process_that_goes_on_with_a_trial_keeps_it_alive_and_gives_it_back_when_it_dies(string kind)
    {
        using var place = new StoragePlace(kind);
        TimeSpan lease = new SharingOptions().Lease;
        await (await place.OpenInDyingProcess().AskAsync()).DetachAsync();
        var observed = new ObservedStorage(place.Storage());
        await place.Open(options => options with { Storage = observed }).ResumeAsync(0);
        Study<double[]> third = place.Open();
        for (int i = 0; i < 6; i++)
        {
            await observed.Log.KeepAliveAsync([0]);
            place.Time.Advance(lease / 2);
            Assert.Equal(i + 1, (await third.AskAsync()).Number);
        }

        // No beat any more.
        await third.AskAsync();
        place.Time.Advance(lease * 2);
        Assert.Equal(0, (await third.AskAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Of_two_that_tell_at_the_same_time_one_is_told_so(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]>[] studies = [.. Enumerable.Range(0, 4).Select(_ => place.Open())];
        for (int number = 0; number < 5; number++)
        {
            await studies[0].AskAsync();
            int round = number;
            Task[] telling = [.. studies.Select((study, i) => Task.Run(async () => await study.TellAsync(round, i + 1)))];
            await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(telling));
            int winner = Assert.Single(Enumerable.Range(0, 4), i => telling[i].IsCompletedSuccessfully);
            Assert.All(telling.Where((_, i) => i != winner), static task => Assert.IsType<InvalidOperationException>(Assert.Single(task.Exception!.InnerExceptions)));
            Assert.Equal(winner + 1, place.Open().Trials[number].Value);
        }
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Batches_are_asked_for_at_once_and_told_by_number(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(static options => options with { Strategy = Strategy.Bayesian() });
        for (int batch = 0; batch < 3; batch++)
        {
            IReadOnlyList<Trial<double[]>> trials = await study.AskAsync(4);
            Assert.Equal(Enumerable.Range(batch * 4, 4), trials.Select(static trial => trial.Number));
            Assert.Equal(4, trials.Select(static trial => (trial.Config[0], trial.Config[1])).Distinct().Count());
            foreach (Trial<double[]> trial in trials)
            {
                await study.TellAsync(trial.Number, Studies.Bowl(trial.Config));
            }
        }

        Assert.Equal(12, study.GetResult().Completed.Count());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await study.AskAsync(0));
    }

    [Fact]
    public async Task Batch_of_a_finished_grid_is_shorter()
    {
        Study<TimedLabel> study = Study.Minimize<TimedLabel>(new StudyOptions { Strategy = Strategy.Grid(new GridOptions { PointsPerContinuousAxis = 2 }) });
        Assert.Equal(4, (await study.AskAsync(10)).Count);
        Assert.Empty(await study.AskAsync(10));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Enqueued_trial_can_be_told_without_having_run(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        int number = study.Enqueue([0.1, 0.2]);
        await study.TellAsync(number, TrialOutcome.Failed("no such plate"));
        Assert.Equal("no such plate", study.Trials[number].FailureReason);
        ArgumentOutOfRangeException none = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await study.TellAsync(1, 1));
        Assert.StartsWith("Study 'test' has no trial 1. Its trials have the numbers 0 to 0.", none.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await study.ResumeAsync(1));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Trial_of_a_run_can_be_told_too_and_its_own_outcome_is_not_kept(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        StudyResult<double[]> result = await study.RunAsync(
            async (config, trial, token) =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(async () => await trial.DetachAsync(token));
                if (trial.Number == 1)
                {
                    await study.TellAsync(1, 77, token);
                }

                return trial.Number;
            },
            3);
        Assert.Equal([0, 77, 2], result.Trials.Select(static trial => trial.Value!.Value));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Studies_of_metrics_have_the_same(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<Plane, Tradeoff> study = Study.Optimize<Plane, Tradeoff>(
            Studies.Seeded with { Storage = kind == StoragePlace.Memory ? null : place.Storage(), TimeProvider = place.Time });
        IReadOnlyList<Trial<Plane, Tradeoff>> trials = await study.AskAsync(3);
        await trials[1].DetachAsync();
        await study.TellAsync(0, new Tradeoff(0.5, 1));
        Trial<Plane, Tradeoff> resumed = await study.ResumeAsync(1);
        await study.TellAsync(resumed, TrialOutcome.Pruned);
        await study.TellAsync(2, TrialOutcome.Failed("broken"));
        Assert.Equal([TrialState.Completed, TrialState.Pruned, TrialState.Failed], study.Trials.Select(static trial => trial.State));
        Assert.Equal(new Tradeoff(0.5, 1), study.Trials[0].Metrics);
    }
}
