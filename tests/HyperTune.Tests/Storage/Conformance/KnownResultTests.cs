using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Results that were known before the study, over every storage.</summary>
public sealed class KnownResultTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Strategy_learns_from_known_results_and_the_budget_does_not_pay_for_them(string kind)
    {
        using var place = new StoragePlace(kind);
        var strategy = new RecordingStrategy();
        Study<double[]> study = place.Open(options => options with { Strategy = strategy });
        Assert.True(study.Add([0.25, 0.5], -3));
        Assert.Equal(new ImportSummary(2, 0, Known: 1), study.Add([([0.25, 0.5], -3), ([0.5, 0.5], 1), ([0.5, 0.5], 2)]));
        StudyResult<double[]> result = study.Run(Studies.Bowl, 4);
        Assert.Equal(7, result.Trials.Count);
        Assert.Equal([-3, 1, 2], strategy.Told.Take(3).Select(static told => told.Values.Span[0]));
        Assert.Equal([true, true, true, false], result.Trials.Take(4).Select(static trial => trial.IsImported));
        Assert.Equal(0, result.BestObserved.Number);
        Assert.Equal(TimeSpan.Zero, result.BestObserved.Duration);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void A_program_may_add_what_it_knows_at_each_start(string kind)
    {
        using var place = new StoragePlace(kind);
        for (int start = 0; start < 3; start++)
        {
            Study<double[]> study = place.Open();
            Assert.Equal(start == 0, study.Add([0.25, 0.5], 2));
            study.Run(Studies.Bowl, 2 * (start + 1));
        }

        Assert.Equal(7, place.Open().Trials.Count);
        Assert.Equal([0], place.Open().Trials.Where(static trial => trial.IsImported).Select(static trial => trial.Number));
    }

    [Fact]
    public void A_config_outside_the_space_and_a_value_that_is_none_are_refused_and_nothing_is_added()
    {
        Study<Plane> study = Study.Minimize<Plane>(new StudyOptions { Name = "known" });
        ArgumentException outside = Assert.Throws<ArgumentException>(() => study.Add([(new Plane { X = 0.5 }, 1), (new Plane { X = 1.5 }, 1)]));
        Assert.StartsWith("The config cannot be added to study 'known', because it is not in the search space: X: 1.5 is not allowed. Allowed: Uniform in [0, 1].", outside.Message, StringComparison.Ordinal);
        ArgumentException infinite = Assert.Throws<ArgumentException>(() => study.Add(new Plane(), double.PositiveInfinity));
        Assert.StartsWith("The value to be added to study 'known' is Infinity, which is no finite number.", infinite.Message, StringComparison.Ordinal);
        ArgumentException metric = Assert.Throws<ArgumentException>(() => Study.Optimize<Plane, Tradeoff>().Add(new Plane(), new Tradeoff(double.NaN, 1)));
        Assert.StartsWith("Accuracy of a result to be added to study 'Plane' is NaN, which is no finite number.", metric.Message, StringComparison.Ordinal);
        Assert.Empty(study.Trials);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task A_table_that_was_exported_gives_the_same_results(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyResult<StoredTrainer> old = Study.Minimize<StoredTrainer>(Studies.Seeded with { Strategy = Strategy.Random() }).Run(
            static (config, trial) => trial.Number % 5 == 4 ? TrialOutcome.Failed("no") : 1.0 / (trial.Number + 1), 50);
        await old.SaveAsync(_directory.File("old.csv"));
        Study<StoredTrainer> study = Study.Minimize<StoredTrainer>(Studies.Seeded with { Storage = kind == StoragePlace.Memory ? null : place.Storage() });
        Assert.Equal(new ImportSummary(40, 10), await study.AddCsvAsync(_directory.File("old.csv")));
        Assert.Equal(new ImportSummary(0, 10, Known: 40), await study.AddCsvAsync(_directory.File("old.csv")));
        Assert.Equal(
            old.Completed.Select(static trial => (trial.Describe(), trial.Value)),
            study.Trials.Select(static trial => (trial.Describe(), trial.Value)));
    }

    [Fact]
    public async Task A_table_of_metrics_gives_the_same_results()
    {
        Study<NamedAsMetric, Tradeoff> old = Study.Optimize<NamedAsMetric, Tradeoff>(Studies.Seeded);
        old.Run(static config => new Tradeoff(config.Accuracy, 1 - (config.Accuracy * config.Accuracy), (int)(config.Accuracy * 5)), 12);
        await old.GetResult().SaveAsync(_directory.File("old.csv"));
        Study<NamedAsMetric, Tradeoff> study = Study.Optimize<NamedAsMetric, Tradeoff>();
        Assert.Equal(new ImportSummary(12, 0), await study.AddCsvAsync(_directory.File("old.csv")));
        Assert.Equal(old.Trials.Select(static trial => (trial.Config, trial.Metrics)), study.Trials.Select(static trial => (trial.Config, trial.Metrics)));
    }

    [Fact]
    public async Task Cells_may_be_times_numbers_of_seconds_and_labels_that_look_like_formulas()
    {
        await File.WriteAllTextAsync(_directory.File("t.csv"), "Label,Timeout,value\n'=a,00:00:00.5,1\n=a,1.5,2\nB,2,3\n");
        Study<TimedLabel> study = Study.Minimize<TimedLabel>();
        Assert.Equal(new ImportSummary(3, 0), await study.AddCsvAsync(_directory.File("t.csv")));
        Assert.Equal(
            [new TimedLabel("=a", TimeSpan.FromSeconds(0.5)), new TimedLabel("=a", TimeSpan.FromSeconds(1.5)), new TimedLabel("b", TimeSpan.FromSeconds(2))],
            study.Trials.Select(static trial => trial.Config));
    }

    [Fact]
    public async Task Everything_that_is_wrong_in_a_table_is_said_with_its_place()
    {
        Study<Plane> study = Study.Minimize<Plane>();
        Assert.Equal("results.csv has no column 'Y', 'loss'. It has: X, value, Z.", await FaultAsync(study, "X,value,Z\n1,2,3\n", "loss"));
        Assert.Equal("results.csv is empty; its first line must name the columns.", await FaultAsync(study, ""));
        Assert.Equal("results.csv is no table: line 2 has a quotation mark too many or too few.", await FaultAsync(study, "X,Y,value\n\"1,2,3\n"));
        Assert.Equal(
            "results.csv cannot be added. Line 2: X is '1.5'. Allowed: Uniform in [0, 1]. Line 3: Y is ''. Allowed: Uniform in [0, 1]. "
                + "Line 3: value is 'good', which is no number. Line 4 has 2 cells where the header has 3. Line 5: value is 'NaN', which is no finite number.",
            await FaultAsync(study, "X,Y,value\n1.5,0,3\n0.5,,good\n1,2\n0,0,NaN\n0,0,1\n"));
        Assert.Empty(study.Trials);
    }

    private async Task<string> FaultAsync(Study<Plane> study, string table, string column = "value")
    {
        await File.WriteAllTextAsync(_directory.File("results.csv"), table);
        return (await Assert.ThrowsAsync<InvalidDataException>(() => study.AddCsvAsync(_directory.File("results.csv"), column))).Message;
    }
}
