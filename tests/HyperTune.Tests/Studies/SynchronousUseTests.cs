namespace HyperTune.Tests;

/// <summary>The ways of using a study that need no await, beside those that do.</summary>
public sealed class SynchronousUseTests
{
    [Theory]
    [MemberData(nameof(StoragePlace.StoragesAndMemory), MemberType = typeof(StoragePlace))]
    public void Asking_and_telling_without_await_gives_the_trials_of_a_run(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        for (int i = 0; i < 6; i++)
        {
            Trial<double[]> trial = study.Ask();
            study.Tell(trial, Studies.Bowl(trial.Config));
            Assert.Contains("told before", Assert.Throws<InvalidOperationException>(() => study.Tell(trial, 1)).Message);
        }

        Assert.Equal(
            Studies.Minimize().Run(Studies.Bowl, 6).Trials.Select(static trial => (trial.Config[0], trial.Value)),
            study.Trials.Select(static trial => (trial.Config[0], trial.Value)));
    }

    [Fact]
    public void Asking_a_strategy_that_has_nothing_left_says_so()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = new RecordingStrategy { Limit = 1 } });
        Assert.NotNull(study.TryAsk());
        Assert.Null(study.TryAsk());
        Assert.Contains("nothing left", Assert.Throws<InvalidOperationException>(() => study.Ask()).Message);
        Assert.Throws<TaskCanceledException>(() => study.Ask(new CancellationToken(true)));
    }

    [Theory]
    [MemberData(nameof(StoragePlace.StoragesAndMemory), MemberType = typeof(StoragePlace))]
    public async Task Reporting_answers_whether_to_stop(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(static options => options with { Pruner = Pruner.Threshold(upper: 10) });
        Trial<double[]> trial = await study.AskAsync();
        Assert.False(await trial.ReportAsync(0, 9));
        Assert.False(trial.ShouldPrune);
        Assert.True(await trial.ReportAsync(1, 11));
        Assert.True(trial.ShouldPrune);
        Assert.Throws<TrialPrunedException>(trial.ThrowIfPruned);
        await study.TellAsync(trial, TrialOutcome.Pruned);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await trial.ReportAsync(2, 1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await trial.ReportAsync(-1, 1));
        Assert.Equal<TrialReport>([new(0, 9), new(1, 11)], [.. study.Trials[0].Reports]);
        Assert.Equal((TrialState.Pruned, 11.0), (study.Trials[0].State, study.Trials[0].Value!.Value));
    }
}
