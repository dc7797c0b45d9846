namespace HyperTune.Tests;

public sealed class AskTellTests
{
    [Fact]
    public async Task Asking_and_telling_gives_the_same_trials_as_running()
    {
        Study<double[]> study = Studies.Minimize();
        for (int i = 0; i < 20; i++)
        {
            Trial<double[]> trial = await study.AskAsync();
            await study.TellAsync(trial, Studies.Bowl(trial.Config));
        }

        StudyResult<double[]> run = Studies.Minimize().Run(Studies.Bowl, 20);
        Assert.Equal(run.Trials.Select(static trial => trial.Value), study.Trials.Select(static trial => trial.Value));
        Assert.Equal(StopReason.NotStopped, study.GetResult().StopReason);
    }

    [Fact]
    public async Task Outcomes_may_be_told_in_any_order()
    {
        Study<double[]> study = Studies.Minimize();
        Trial<double[]> first = await study.AskAsync();
        Trial<double[]> second = await study.AskAsync();
        await study.TellAsync(second, 2);
        Assert.Equal([TrialState.Running, TrialState.Completed], study.Trials.Select(static trial => trial.State));
        await study.TellAsync(first, 1);
        Assert.Equal(0, study.Best.Number);
    }

    [Fact]
    public async Task Telling_twice_is_refused()
    {
        Study<double[]> study = Studies.Minimize();
        Trial<double[]> trial = await study.AskAsync();
        await study.TellAsync(trial, 1);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await study.TellAsync(trial, 2));
        Assert.Equal("Trial 0 of study 'test' is completed and was told before; an outcome can be told once.", exception.Message);
        Assert.Equal(1, study.Best.Value);
    }

    [Fact]
    public async Task A_foreign_trial_is_refused()
    {
        Study<double[]> study = Studies.Minimize();
        Trial<double[]> foreign = await Studies.Minimize(Studies.Seeded with { Name = "other" }).AskAsync();
        var exception = await Assert.ThrowsAsync<ArgumentException>(async () => await study.TellAsync(foreign, 2));
        Assert.Contains("Trial 0 belongs to study 'other' and cannot be told to study 'test'", exception.Message);
    }

    [Fact]
    public void Telling_a_trial_of_a_run_is_refused()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Expected = Failures.Any });
        StudyResult<double[]> result = study.Run(
            (_, trial) =>
            {
                study.TellAsync(trial, 1).AsTask().GetAwaiter().GetResult();
                return 2;
            },
            1);
        Assert.Contains("belongs to a run", result.Trials[0].FailureReason);
    }

    [Fact]
    public async Task Asking_an_exhausted_strategy_throws_or_gives_null()
    {
        var strategy = new RecordingStrategy { Limit = 1 };
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy });
        await study.AskAsync();
        Assert.Null(await study.TryAskAsync());
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await study.AskAsync());
        Assert.Contains("'Recording' of study 'test' has nothing left to suggest", exception.Message);
        Assert.Equal([0, 1], strategy.Asked);
    }

    [Fact]
    public async Task A_report_after_the_end_is_refused()
    {
        Study<double[]> study = Studies.Minimize();
        Trial<double[]> trial = await study.AskAsync();
        trial.Report(0, 1);
        await study.TellAsync(trial, 1);
        Assert.Contains("Trial 0 of study 'test' is completed", Assert.Throws<InvalidOperationException>(() => trial.Report(1, 1)).Message);
        Assert.False(trial.ShouldPrune);
    }

    [Fact]
    public async Task A_negative_step_is_refused()
    {
        Trial<double[]> trial = await Studies.Minimize().AskAsync();
        Assert.Contains("at least 0", Assert.Throws<ArgumentOutOfRangeException>(() => trial.Report(-1, 1)).Message);
    }

    [Fact]
    public async Task Of_two_reports_for_a_step_the_first_is_kept()
    {
        Study<double[]> study = Studies.Minimize();
        Trial<double[]> trial = await study.AskAsync();
        foreach (int step in (int[])[0, 3, 1, 3, 0, 2, 9, 9])
        {
            trial.Report(step, trial.Config.Length + step);
        }

        trial.Report(3, -1);
        Assert.Equal([0, 1, 2, 3, 9], study.Trials[0].Reports.Select(static report => report.Step));
        Assert.Equal(5, study.Trials[0].Reports[3].Value);
    }

    [Fact]
    public async Task Trials_that_were_asked_for_do_not_count_in_a_runs_budget()
    {
        Study<double[]> study = Studies.Minimize();
        await study.AskAsync();
        Assert.Equal(4, study.Run(Studies.Bowl, 3).Trials.Count);
    }

    [Fact]
    public async Task Eight_threads_may_ask_and_tell_at_once()
    {
        const int Threads = 8;
        const int TrialsPerThread = 500;
        var strategy = new RecordingStrategy();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy });
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (int i = 0; i < TrialsPerThread; i++)
            {
                Trial<double[]> trial = await study.AskAsync();
                trial.Report(i, thread);
                await study.TellAsync(trial, i % 7 == 0 ? TrialOutcome.Pruned : Studies.Bowl(trial.Config));
                Assert.Equal(trial.Number, study.Trials[trial.Number].Number);
            }
        })));
        int[] all = [.. Enumerable.Range(0, Threads * TrialsPerThread)];
        Assert.Equal(all, study.Trials.Select(static trial => trial.Number));
        Assert.Equal(all, strategy.Asked);
        Assert.Equal(all, strategy.Announced);
        await study.AskAsync();
        Assert.Equal(all, strategy.Told.Select(static result => result.Number).Order());
        Assert.False(strategy.WasEnteredTwice);
        StudyResult<double[]> alone = Studies.Minimize().Run(Studies.Bowl, all.Length);
        Assert.Equal(alone.Trials.Select(static trial => trial.Config[0]), study.Trials.Take(all.Length).Select(static trial => trial.Config[0]));
    }
}
