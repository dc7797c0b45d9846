using System.Globalization;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Studies with three metrics, two of them objectives and one limited, over every storage.</summary>
public sealed class SeveralMetricsTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(Storages))]
    public void All_metrics_and_all_that_was_reported_are_there_again_after_a_restart(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyResult<Plane, Tradeoff> before = Open(place).Run(Objective, 30);
        StudyResult<Plane, Tradeoff> after = Open(place).GetResult();
        Assert.Equal(Describe(before), Describe(after));
        Assert.Equal(before.ParetoFront.Select(static trial => trial.Number), after.ParetoFront.Select(static trial => trial.Number));
        Assert.Equal(Describe(Study.Optimize<Plane, Tradeoff>(Options(place) with { Storage = null }).Run(Objective, 40)), Describe(Open(place).Run(Objective, 40)));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Every_metric_of_a_report_is_kept_and_the_judged_one_is_its_value(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyResult<Plane, Tradeoff> result = Study.Optimize<Plane, Tradeoff>(Options(place) with { Pruner = Pruner.Median().By(Tradeoff.Metrics.LatencyMs) }).Run(
            static (config, trial) =>
            {
                trial.Report(0, new Tradeoff(config.X, 5, 1));
                trial.Report(2, 4.5);
                trial.Report(2, new Tradeoff(0.1, 0.1));
                trial.ReportInstance(7, new Tradeoff(double.NaN, 3, 2));
                return new Tradeoff(config.X, config.Y);
            },
            1);
        TrialRecord<Plane, Tradeoff> trial = Assert.Single(result.Trials);
        Assert.Equal(
            [
                new TrialReport<Tradeoff>(0, 5, new Tradeoff(trial.Config.X, 5, 1)),
                new TrialReport<Tradeoff>(2, 4.5, null),
                new TrialReport<Tradeoff>(7, 3, new Tradeoff(double.NaN, 3, 2)) { Kind = ReportKind.Instance },
            ],
            trial.Reports.AsEnumerable());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Reports_of_an_attempt_that_was_cut_short_are_none_of_the_next_one(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<Plane, Tradeoff> dying = Study.Optimize<Plane, Tradeoff>(Options(place) with { Storage = new DyingStorage(place.Storage()) });
        Trial<Plane, Tradeoff> cut = await dying.AskAsync();
        await cut.ReportAsync(1, new Tradeoff(0.9, 9, 9));
        await cut.ReportAsync(2, new Tradeoff(0.8, 8, 8));
        place.Time.Advance(TimeSpan.FromHours(1));

        Study<Plane, Tradeoff> next = Open(place);
        Trial<Plane, Tradeoff> again = await next.AskAsync();
        Assert.Equal(cut.Number, again.Number);
        await again.ReportAsync(1, new Tradeoff(0.5, 5, 1));
        again.Report(2, 4);
        await next.TellAsync(again, new Tradeoff(0.4, 4, 1));
        foreach (Study<Plane, Tradeoff> study in new[] { next, Open(place) })
        {
            Assert.Equal(
                [new TrialReport<Tradeoff>(1, 0.5, new Tradeoff(0.5, 5, 1)), new TrialReport<Tradeoff>(2, 4, null)],
                study.Trials[again.Number].Reports.AsEnumerable());
        }
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void Two_processes_see_each_others_metrics(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<Plane, Tradeoff> first = Open(place);
        Study<Plane, Tradeoff> second = Open(place);
        first.Run(Objective, 10);
        StudyResult<Plane, Tradeoff> whole = second.Run(Objective, 20);
        Assert.Equal(20, whole.Trials.Count);
        Assert.Equal(Describe(whole), Describe(Open(place).GetResult()));
        Assert.Equal(Describe(whole).Take(10), Describe(first.GetResult()).Take(10));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Trials_are_imported_with_their_metrics_and_reports(string kind)
    {
        using var source = new StoragePlace(kind);
        using var place = new StoragePlace(kind);
        StudyResult<Plane, Tradeoff> old = Open(source).Run(Objective, 20);
        int ended = old.Trials.Count(static trial => trial.State is TrialState.Completed or TrialState.Pruned);
        Study<Plane, Tradeoff> study = Open(place);
        Assert.Equal(new ImportSummary(ended, 20 - ended), await study.ImportAsync(source.Storage()));
        Assert.Equal(new ImportSummary(0, 20 - ended, ended), await study.ImportAsync(source.Storage()));

        Study<Plane, Tradeoff> inMemory = Study.Optimize<Plane, Tradeoff>();
        Assert.Equal(new ImportSummary(ended, 20 - ended), inMemory.Import(old));
        Assert.Equal(3, Study.Optimize<Plane, Tradeoff>().Import(old.ParetoFront.Take(3)).Imported);

        string[] expected = [.. old.Trials.Where(static trial => trial.State is TrialState.Completed or TrialState.Pruned).Select(Outcome)];
        Assert.Equal(expected, inMemory.Trials.Select(Outcome));
        Assert.Equal(expected, Open(place).Trials.Select(Outcome));
        Assert.Equal(old.ParetoFront.Select(static trial => trial.Metrics), Open(place).GetResult().ParetoFront.Select(static trial => trial.Metrics));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Trials_with_metrics_of_other_names_or_directions_are_not_imported(string kind)
    {
        using var source = new StoragePlace(kind);
        Open(source).Run(Objective, 5);
        InvalidOperationException names = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Study.Optimize<Plane, OtherTradeoff>().ImportAsync(source.Storage()));
        Assert.Contains("has the metrics Accuracy, LatencyMs, Memory; a study with the metrics Accuracy, CostMs, Memory cannot learn from it.", names.Message, StringComparison.Ordinal);
        InvalidOperationException directions = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Study.Optimize<Plane, LimitedLoss>().ImportAsync(source.Storage()));
        Assert.Contains("has the directions [Maximize, Minimize, ]; a study that is to Minimize cannot learn from it.", directions.Message, StringComparison.Ordinal);
    }

    private static Study<Plane, Tradeoff> Open(StoragePlace place) => Study.Optimize<Plane, Tradeoff>(Options(place));

    private static StudyOptions Options(StoragePlace place)
        => Studies.Seeded with { Storage = place.Storage(), TimeProvider = place.Time, Strategy = Strategy.NsgaII() };

    private static TrialOutcome<Tradeoff> Objective(Plane config, Trial<Plane, Tradeoff> trial)
    {
        for (int step = 0; step < trial.Number % 4; step++)
        {
            trial.Report(step, new Tradeoff(config.X * step, config.Y / (step + 1), step));
        }

        return (trial.Number % 7) switch
        {
            2 => TrialOutcome.Pruned,
            5 => TrialOutcome.Failed("no memory"),
            _ => new Tradeoff(config.X, config.X + config.Y, (int)(config.Y * 5)),
        };
    }

    private static IEnumerable<string> Describe(StudyResult<Plane, Tradeoff> result) => result.Trials.Select(static trial => $"{Outcome(trial)} {trial.FailureReason} {trial.Number} {trial.StartedAt:O}");

    private static string Outcome(TrialRecord<Plane, Tradeoff> trial) => string.Create(
        CultureInfo.InvariantCulture,
        $"{trial.State} {trial.Config} {trial.MetricsOrDefault} {trial.Violation:R} {string.Join(';', trial.Reports)}");
}
