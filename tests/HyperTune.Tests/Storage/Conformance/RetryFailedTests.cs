namespace HyperTune.Tests;

/// <summary>Failed trials that are sent to wait again by hand, over every storage and in memory.</summary>
public sealed class RetryFailedTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Failed_trials_are_run_again_under_their_numbers_and_cost_no_further_budget(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(Tolerant);
        StudyResult<double[]> before = study.Run(Rough, 6);
        Assert.Equal([1, 3], before.Trials.Where(static trial => trial.State == TrialState.Failed).Select(static trial => trial.Number));
        Assert.Equal(1, study.RetryFailed(static record => record.Exception is IOException));
        Assert.Equal([TrialState.Waiting, TrialState.Failed], new[] { study.Trials[1].State, study.Trials[3].State });
        var run = new List<(int, double)>();
        StudyResult<double[]> after = study.Run(
            (config, trial) =>
            {
                run.Add((trial.Number, config[0]));
                return 9;
            },
            kind == StoragePlace.Memory ? 1 : 6);
        Assert.Equal([(1, before.Trials[1].Vector.Span[0])], run);
        Assert.Equal((6, 9.0, TrialState.Completed), (after.Trials.Count, after.Trials[1].Value!.Value, after.Trials[1].State));
        Assert.Equal("IOException: disk", Assert.Single(after.Trials[1].FailedAttempts).Reason);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Earlier_results_stay_as_they_were(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(Tolerant);
        StudyResult<double[]> before = study.Run(Rough, 6);
        string[] known = [.. StoragePlace.Describe(before.Trials)];
        study.RetryFailed(static _ => true);
        StudyResult<double[]> between = study.GetResult();
        study.Run(static _ => 9, kind == StoragePlace.Memory ? 2 : 6);
        Assert.Equal(known, StoragePlace.Describe(before.Trials));
        Assert.Equal([1, 3], between.Trials.Where(static trial => trial.State is TrialState.Running).Select(static trial => trial.Number));
        Assert.Equal(4, before.Completed.Count());
        Assert.Equal(6, study.GetResult().Completed.Count());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Every_handle_and_the_next_process_see_the_same(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(Tolerant);
        study.Run(Rough, 6);
        Study<double[]> other = place.Open(Tolerant);
        await other.OpenAsync();
        Assert.Equal(2, await study.RetryFailedAsync(static record => record.FailureReason!.Contains("disk", StringComparison.Ordinal) || record.Number == 3));
        Trial<double[]> first = await other.AskAsync();
        Assert.Equal(1, first.Number);
        first.Report(2, 0.5);
        await other.TellAsync(first, 4);
        Trial<double[]> second = await study.AskAsync();
        Assert.Equal(3, second.Number);
        await study.TellAsync(second, TrialOutcome.Failed("again"));
        string[] seen = [.. StoragePlace.Describe(study.Trials)];
        await other.RetryFailedAsync(static _ => false);
        Assert.Equal(seen, StoragePlace.Describe(other.Trials));
        Assert.Equal(seen, StoragePlace.Describe(place.Open().Trials));
        Assert.Equal("again", study.Trials[3].FailureReason);
        Assert.Equal([new TrialReport(2, 0.5)], study.Trials[1].Reports.ToArray());
        Assert.Equal(6, (await study.AskAsync()).Number);
        Assert.Equal(1, await study.RetryFailedAsync(static _ => true));
        Assert.Equal(3, (await other.AskAsync()).Number);
        Assert.Equal(2, place.Open().Trials[3].FailedAttempts.Length);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_process_that_dies_with_such_a_trial_gives_it_to_the_next(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open(Tolerant).Run(Rough, 2);
        Study<double[]> dying = place.OpenInDyingProcess(Tolerant);
        Assert.Equal(1, dying.RetryFailed(static _ => true));
        Assert.Equal(1, (await dying.AskAsync()).Number);
        Study<double[]> next = place.Open();
        Trial<double[]> again = await next.AskAsync();
        Assert.Equal(1, again.Number);
        await next.TellAsync(again, 1);
        Assert.Equal(TrialState.Completed, place.Open().Trials[1].State);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void Of_two_processes_that_send_the_same_trial_one_does(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(Tolerant);
        study.Run(Rough, 2);
        Study<double[]> other = place.Open(Tolerant);
        Assert.Single(other.Trials, static trial => trial.State == TrialState.Failed);
        Assert.Equal((1, 0), (study.RetryFailed(static _ => true), other.RetryFailed(static _ => true)));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Retries_are_counted_from_the_start_again(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(static options => Tolerant(options) with { Retries = new Retries { Failed = 1 } });
        int calls = 0;
        study.Run((double[] _) => calls++ < 2 ? throw new IOException() : 1, 1);
        Assert.Equal(TrialState.Failed, study.Trials[0].State);
        study.RetryFailed(static _ => true);
        calls = 1;
        study.Run((double[] _) => calls++ < 2 ? throw new IOException() : 1, 1);
        Assert.Equal((TrialState.Completed, 3), (study.Trials[0].State, study.Trials[0].FailedAttempts.Length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void Strategies_learn_as_if_the_trial_had_been_run_once(int? window)
    {
        StudyOptions options = Tolerant(Studies.Seeded) with { ReproducibleUpTo = window };
        foreach (Strategy strategy in new Strategy[] { Strategy.Tpe(), Strategy.Bayesian(), Strategy.Grid(4), Strategy.Auto() })
        {
            Study<double[]> study = Studies.Minimize(options with { Strategy = strategy });
            study.Run(static (config, trial) => trial.Number % 5 == 1 ? throw new IOException() : Studies.Bowl(config), 12);
            Assert.Equal(3, study.RetryFailed(static _ => true));
            StudyResult<double[]> result = study.Run(Studies.Bowl, 4);
            Assert.Equal(13, result.Trials.Count);
            Assert.All(result.Trials, static trial => Assert.Equal((TrialState.Completed, Studies.Bowl(trial.Config)), (trial.State, trial.Value)));
        }
    }

    [Fact]
    public void A_failed_trial_is_told_anew_to_a_strategy_that_starts_again()
    {
        var recording = new RecordingStrategy();
        Study<double[]> study = Studies.Minimize(Tolerant(Studies.Seeded) with { Strategy = recording });
        study.Run(Rough, 4);
        Assert.Equal([0, 1, 2, 3], recording.Told.Select(static result => result.Number));
        study.RetryFailed(static _ => true);
        study.Run(static _ => 9, 2);
        Assert.Equal([0, 2, 1, 3], recording.Told.Skip(4).Select(static result => result.Number));
        Assert.All(recording.Told.Skip(4), static result => Assert.Equal(TrialState.Completed, result.State));
    }

    [Fact]
    public void Pruners_and_reports_of_both_attempts_go_together()
    {
        Study<double[]> study = Studies.Minimize(Tolerant(Studies.Seeded) with { Pruner = Pruner.Median() });
        study.Run(
            static (_, trial) =>
            {
                trial.Report(0, trial.Number);
                return trial.Number % 2 == 1 ? throw new IOException() : 1;
            },
            8);
        Assert.Equal(4, study.RetryFailed(static _ => true));
        StudyResult<double[]> result = study.Run(
            static (_, trial) =>
            {
                trial.Report(0, 100 + trial.Number);
                return trial.Number;
            },
            4);
        Assert.All(result.Trials.Where(static trial => trial.Number % 2 == 1), static trial => Assert.Equal([new TrialReport(0, 100 + trial.Number)], trial.Reports.ToArray()));
    }

    private static StudyOptions Tolerant(StudyOptions options) => options with { Expected = Failures.Any };

    private static TrialOutcome Rough(double[] config, Trial<double[]> trial)
        => trial.Number switch { 1 => throw new IOException("disk"), 3 => throw new FormatException("text"), _ => Studies.Bowl(config) };
}
