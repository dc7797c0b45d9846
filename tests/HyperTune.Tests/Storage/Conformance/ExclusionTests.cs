using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Trials that are taken out of a study, over every storage.</summary>
public sealed class ExclusionTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Trial_that_was_taken_out_stays_in_the_list_and_counts_for_nothing(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        StudyResult<double[]> before = study.Run(Objective, 30);
        int best = before.BestObserved.Number;
        await study.ExcludeAsync(best, "wrong data");
        StudyResult<double[]> after = study.GetResult();
        Assert.Equal(30, after.Trials.Count);
        Assert.Equal("wrong data", after.Trials[best].ExclusionReason);
        Assert.Contains(", excluded: wrong data (", after.Trials[best].ToString(), StringComparison.Ordinal);
        Assert.Equal(29, after.Completed.Count());
        Assert.Equal(before.Top(2)[1].Number, after.BestObserved.Number);
        Assert.NotEqual(best, after.Best.Number);
        Assert.NotEqual(best, after.BestByMean.Number);

        // What was known before does not change.
        Assert.Equal(best, before.BestObserved.Number);
        Assert.False(before.Trials[best].IsExcluded);

        await study.IncludeAsync(best);
        Assert.Equal(best, study.GetResult().BestObserved.Number);
        Assert.False(study.GetResult().Trials[best].IsExcluded);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Strategy_starts_anew_without_the_trial(string kind)
    {
        using var place = new StoragePlace(kind);
        var strategy = new RecordingStrategy();
        Study<double[]> study = place.Open(options => options with { Strategy = strategy });
        study.Run(Studies.Bowl, 5);
        await study.ExcludeAsync(2, "wrong data");
        int told = strategy.Told.Count;
        int[] numbers = [.. study.Run(Studies.Bowl, 6).Trials.Select(static trial => trial.Number)];
        Assert.Equal(numbers.Except([2]), strategy.Told.Skip(told).Select(static result => result.Number));
        Assert.Equal(numbers, strategy.Asked);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Every_process_and_every_restart_goes_on_in_the_same_way(string kind)
    {
        foreach (Strategy strategy in new[] { Strategy.Tpe(new TpeOptions { StartTrials = 4 }), Strategy.Bayesian(), Strategy.NsgaII() })
        {
            foreach (int? window in new int?[] { null, 3 })
            {
                string[] whole = await TrialsAsync(restarts: false);
                Assert.Equal(whole, await TrialsAsync(restarts: true));

                async Task<string[]> TrialsAsync(bool restarts)
                {
                    using var place = new StoragePlace(kind);
                    StudyOptions Change(StudyOptions options) => options with { Strategy = strategy, Pruner = Pruner.Median(), ReproducibleUpTo = window };
                    Study<double[]> study = place.Open(Change);
                    study.Run(Reporting, 12);
                    await (restarts ? place.Open(Change) : study).ExcludeAsync(5, "wrong data");
                    await study.ExcludeAsync(7, "wrong data, too");
                    study = restarts ? place.Open(Change) : study;
                    study.Run(Reporting, 18);
                    await study.IncludeAsync(7);
                    study = restarts ? place.Open(Change) : study;
                    StudyResult<double[]> result = study.Run(Reporting, 24);
                    Assert.Equal([5], result.Trials.Where(static trial => trial.IsExcluded).Select(static trial => trial.Number));
                    return [.. StoragePlace.Describe(result.Trials)];
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Front_and_nearest_are_those_of_the_other_trials(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<Plane, Tradeoff> study = Study.Optimize<Plane, Tradeoff>(
            Studies.Seeded with { Storage = kind == StoragePlace.Memory ? null : place.Storage(), TimeProvider = place.Time });
        Tradeoff[] told = [new(0.9, 1), new(0.5, 2), new(0.1, 0.5), new(0, 1, 9)];
        study.Run((_, trial) => told[trial.Number], 4);
        Assert.Equal([0, 2], study.GetResult().ParetoFront.Select(static trial => trial.Number));
        await study.ExcludeAsync(0, "overheated");
        Assert.Equal([1, 2], study.GetResult().ParetoFront.Select(static trial => trial.Number));
        Assert.Equal(2, study.GetResult().HypervolumeHistory(new Tradeoff(-1, 10)).Distinct().Count(static volume => volume > 0));
        await study.ExcludeAsync(1, "overheated");
        await study.ExcludeAsync(2, "overheated");
        Assert.Equal(3, study.GetResult().Nearest!.Number);
        await study.ExcludeAsync(3, "overheated");
        Assert.Null(study.GetResult().Nearest);
        Assert.Equal("overheated", study.Trials[3].ExclusionReason);
    }

    [Fact]
    public async Task Exports_say_why_a_trial_was_taken_out_and_its_result_is_not_added_elsewhere()
    {
        using var directory = new TemporaryDirectory();
        Study<Plane> study = Study.Minimize<Plane>(Studies.Seeded);
        study.Run(static config => config.X, 3);
        await study.ExcludeAsync(1, "wrong data");
        string table = directory.File("t.csv");
        await study.GetResult().SaveAsync(table);
        string[] lines = await File.ReadAllLinesAsync(table);
        Assert.Contains(",failure,excluded,X,Y", lines[0], StringComparison.Ordinal);
        Assert.Equal([false, true, false], lines.Skip(1).Select(static line => line.Contains(",wrong data,", StringComparison.Ordinal)));
        Assert.Equal(new ImportSummary(2, 1), await Study.Minimize<Plane>().AddCsvAsync(table));
        await study.GetResult().SaveAsync(directory.File("t.json"));
        Assert.Contains("\"excluded\": \"wrong data\"", await File.ReadAllTextAsync(directory.File("t.json")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Other_studies_do_not_learn_from_it(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        study.Run(Objective, 4);
        await study.ExcludeAsync(1, "wrong data");
        Assert.Equal(new ImportSummary(3, 1), await Studies.Minimize().ImportAsync(place.Storage()));
        Assert.Equal(new ImportSummary(3, 1), Studies.Minimize().Import(study.GetResult()));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task What_is_no_ended_trial_cannot_be_taken_out(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        ArgumentOutOfRangeException none = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await study.ExcludeAsync(0, "wrong"));
        Assert.StartsWith("Study 'test' has no trial 0. It has none yet.", none.Message, StringComparison.Ordinal);
        await study.AskAsync();
        InvalidOperationException open = await Assert.ThrowsAsync<InvalidOperationException>(async () => await study.ExcludeAsync(0, "wrong"));
        Assert.Equal("Trial 0 of study 'test' has not ended: only a trial that ended can be taken out, or back.", open.Message);
        ArgumentOutOfRangeException beyond = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await study.IncludeAsync(-1));
        Assert.StartsWith("Study 'test' has no trial -1. Its trials have the numbers 0 to 0.", beyond.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await study.ExcludeAsync(0, " "));
    }

    private static double Objective(double[] config) => Studies.Bowl(config) + (config[0] < 0.5 ? 1 : 0);

    private static TrialOutcome Reporting(double[] config, Trial<double[]> trial)
    {
        for (int step = 0; step < 3; step++)
        {
            trial.Report(step, Objective(config) + step);
            if (trial.ShouldPrune)
            {
                return TrialOutcome.Pruned;
            }
        }

        return Objective(config);
    }
}
