using System.Globalization;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Values beside the objective, over every storage.</summary>
public sealed class RecordsTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Records_are_read_back_typed_and_other_members_as_defaults(string kind)
    {
        using var place = new StoragePlace(kind);
        Verdict first = new(0.75, double.NaN, int.MinValue, 7)
        {
            Converged = true,
            Phase = (Phase)9,
            Note = "é \"x\"\n=1+1",
            Took = TimeSpan.FromTicks(12_345_678_901),
            Cost = 0.10m,
            Bytes = ulong.MaxValue,
        };
        Verdict second = new(0.5, double.NegativeInfinity, 0) { Phase = Phase.Done, Cost = decimal.MinValue, Note = "" };
        StudyResult<Plane, Verdict> result = Study.Optimize<Plane, Verdict>(Options(place)).Run((_, trial) => trial.Number == 0 ? first : second, 2);
        Verdict[] expected = [first with { Unmarked = 0 }, second];
        Assert.Equal(expected, result.Trials.Select(static trial => trial.Metrics));
        Assert.Equal("0.10", result.Best.Metrics.Cost!.Value.ToString(CultureInfo.InvariantCulture));
        if (kind != StoragePlace.Memory)
        {
            Assert.Equal(expected, Study.Optimize<Plane, Verdict>(Options(place)).Trials.Select(static trial => trial.Metrics));
        }
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void All_is_there_again_after_a_restart_and_other_processes_see_it(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<Plane, Verdict> first = Study.Optimize<Plane, Verdict>(Options(place));
        Study<Plane, Verdict> second = Study.Optimize<Plane, Verdict>(Options(place));
        first.Run(Objective, 12);
        StudyResult<Plane, Verdict> whole = second.Run(Objective, 24);
        Assert.Equal(24, whole.Trials.Count);
        Assert.Equal(Describe(whole.Trials), Describe(Study.Optimize<Plane, Verdict>(Options(place)).Trials));
        Assert.Equal(Describe(whole.Trials).Take(12), Describe(first.Trials).Take(12));
        Assert.Contains(whole.Trials, static trial => trial.State == TrialState.Pruned);
        Assert.All(whole.Trials.Where(static trial => trial.State != TrialState.Completed), static trial => Assert.Null(trial.Inner.Records));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Strategies_and_pruners_do_not_see_records(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyOptions options = Options(place) with { Strategy = Strategy.Tpe(), Pruner = Pruner.Median() };
        StudyResult<Plane, Verdict> with = Study.Optimize<Plane, Verdict>(options).Run(Objective, 25);
        StudyResult<Plane, BareVerdict> without = Study.Optimize<Plane, BareVerdict>(Options(place) with { Name = "bare", Strategy = Strategy.Tpe(), Pruner = Pruner.Median() }).Run(
            static (config, trial) =>
            {
                trial.Report(1, new BareVerdict(config.X));
                return trial.Number % 5 == 2 ? TrialOutcome.Failed("no") : trial.Number % 5 == 3 ? TrialOutcome.Pruned : new BareVerdict(config.X);
            },
            25);
        Assert.Equal(without.Trials.Select(static trial => $"{trial.Config} {trial.State}"), with.Trials.Select(static trial => $"{trial.Config} {trial.State}"));
        Assert.Equal(without.ToString().Replace("'bare'", "'test'", StringComparison.Ordinal), with.ToString());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void A_study_goes_on_with_other_records_or_none(string kind)
    {
        using var place = new StoragePlace(kind);
        Study.Optimize<Plane, Verdict>(Options(place)).Run(static _ => new Verdict(0.5, 0.25, 3) { Note = "n" }, 1);
        Study.Optimize<Plane, BareVerdict>(Options(place)).Run(static _ => new BareVerdict(0.75), 2);
        StudyResult<Plane, OtherVerdict> other = Study.Optimize<Plane, OtherVerdict>(Options(place)).Run(static _ => new OtherVerdict(1, "high", 1.5, (Half)2), 3);
        Assert.Equal([new(0.5, null, 3, default), new(0.75, null, 0, default), new(1, "high", 1.5, (Half)2)], other.Trials.Select(static trial => trial.Metrics));
        Assert.Equal(
            [new(0.5, 0.25, 3) { Note = "n" }, new(0.75, 0, 0), new(1, 0, 0)],
            Study.Optimize<Plane, Verdict>(Options(place)).Trials.Select(static trial => trial.Metrics with { Bytes = 0 }));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Records_come_along_on_import(string kind)
    {
        using var source = new StoragePlace(kind);
        using var place = new StoragePlace(kind);
        StudyResult<Plane, Verdict> old = Study.Optimize<Plane, Verdict>(Options(source)).Run(Objective, 20);
        string[] expected = [.. Describe(old.Trials.Where(static trial => trial.State is TrialState.Completed or TrialState.Pruned))];
        Study<Plane, Verdict> study = Study.Optimize<Plane, Verdict>(Options(place));
        Assert.Equal(expected.Length, (await study.ImportAsync(source.Storage())).Imported);
        Study<Plane, Verdict> inMemory = Study.Optimize<Plane, Verdict>();
        Assert.Equal(expected.Length, inMemory.Import(old).Imported);
        Study<Plane, OtherVerdict> other = Study.Optimize<Plane, OtherVerdict>();
        Assert.Equal(expected.Length, (await other.ImportAsync(source.Storage())).Imported);

        Assert.Equal(expected, Describe(inMemory.Trials));
        Assert.Equal(expected, Describe(study.Trials));
        Assert.Equal(expected, Describe(Study.Optimize<Plane, Verdict>(Options(place)).Trials));
        Assert.Equal(
            old.Completed.Select(static trial => (null as string, (double)trial.Metrics.Epochs)),
            other.GetResult().Completed.Select(static trial => (trial.Metrics.Recall, trial.Metrics.epochs)));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_copy_has_the_records_and_notes(string kind)
    {
        using var place = new StoragePlace(kind);
        using var other = new StoragePlace("journal");
        Study<Plane, Verdict> study = Study.Optimize<Plane, Verdict>(Options(place));
        study.Notes.Set("data", "v3");
        string[] expected = [.. Describe(study.Run(Objective, 10).Trials)];
        StudyStorage target = other.Storage();
        await place.Storage().CopyAsync("test", "there", target);
        await target.CopyAsync("there", "test");
        Study<Plane, Verdict> copy = Study.Optimize<Plane, Verdict>(Options(other));
        Assert.Equal(expected, Describe(copy.Trials));
        Assert.Equal([new("data", "v3")], copy.Notes);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Known_results_have_records(string kind)
    {
        using var place = new StoragePlace(kind);
        using var directory = new TemporaryDirectory();
        Verdict known = new(0.5, 0.25, -3) { Converged = false, Phase = Phase.Warm, Note = "true", Took = TimeSpan.FromSeconds(2.5), Cost = 1.10m, Bytes = ulong.MaxValue };
        Study<Plane, Verdict> study = Study.Optimize<Plane, Verdict>(Options(place));
        Assert.True(study.Add(new Plane { X = 0.5 }, known));
        Assert.Equal(known, Assert.Single(study.Trials).Metrics);

        string path = directory.File("known.csv");
        await study.GetResult().SaveAsync(path);
        Study<Plane, Verdict> fromTable = Study.Optimize<Plane, Verdict>();
        Assert.Equal(1, (await fromTable.AddCsvAsync(path)).Imported);
        Assert.Equal(known, Assert.Single(fromTable.Trials).Metrics);

        await File.WriteAllLinesAsync(path, ["X,Y,F1,epochs,Recall", "0.25,0.5,0.75,,1e-300", "0.5,0.5,0.25,7,"]);
        Assert.Equal(2, (await fromTable.AddCsvAsync(path)).Imported);
        Assert.Equal([new(0.75, 1e-300, 0), new(0.25, 0, 7)], fromTable.Trials.Skip(1).Select(static trial => trial.Metrics));
        await File.WriteAllLinesAsync(path, ["X,Y,F1,epochs", "0.25,0.5,0.75,7.5"]);
        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(() => fromTable.AddCsvAsync(path));
        Assert.EndsWith("Line 2: epochs is '7.5', which the record cannot hold.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_of_a_process_without_records_keeps_those_of_others()
    {
        using var place = new StoragePlace("SQLite");
        StudyResult<Plane, Verdict> result = Study.Optimize<Plane, Verdict>(Options(place)).Run(Objective, 600);
        await Study.Optimize<Plane, BareVerdict>(Options(place)).OpenAsync();
        await using StudyLog log = await place.OpenLogAsync();
        Assert.NotNull(await log.LoadSnapshotAsync());
        Assert.Equal(Describe(result.Trials), Describe(Study.Optimize<Plane, Verdict>(Options(place)).Trials));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void Half_a_character_is_kept_or_replaced(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<Plane, Verdict> study = Study.Optimize<Plane, Verdict>(Options(place));
        study.Run(static _ => new Verdict(0.5, 0, 0) { Note = "a\ud800" }, 1);
        study.Notes.Set("half\udc00", "\ud83d");
        Study<Plane, Verdict> again = Study.Optimize<Plane, Verdict>(Options(place));
        Assert.Contains(again.Trials[0].Metrics.Note, (string[])["a\ud800", "a\ufffd"]);
        Assert.Contains(Assert.Single(again.Notes), (KeyValuePair<string, string>[])[new("half\udc00", "\ud83d"), new("half\ufffd", "\ufffd")]);
    }

    [Fact]
    public void Reports_have_no_records()
    {
        StudyResult<Plane, Tradeoff> plain = Study.Optimize<Plane, Tradeoff>(Studies.Seeded).Run(static _ => new Tradeoff(1, 2), 1);
        Assert.Null(plain.Trials[0].Inner.Records);
        StudyResult<Plane, Verdict> result = Study.Optimize<Plane, Verdict>(Studies.Seeded).Run(
            static (_, trial) =>
            {
                trial.Report(1, new Verdict(0.5, 0.5, 5));
                return new Verdict(1, 1, 1);
            },
            1);
        Assert.Equal(new Verdict(0.5, 0, 0), result.Trials[0].Reports[0].Metrics);
    }

    private static StudyOptions Options(StoragePlace place)
        => Studies.Seeded with { Storage = place.Storage(), TimeProvider = place.Time, Strategy = Strategy.Random() };

    private static TrialOutcome<Verdict> Objective(Plane config, Trial<Plane, Verdict> trial)
    {
        trial.Report(1, new Verdict(config.X, config.Y, 1));
        return (trial.Number % 5) switch
        {
            2 => TrialOutcome.Failed("no"),
            3 => TrialOutcome.Pruned,
            _ => new Verdict(config.X, config.Y, trial.Number)
            {
                Converged = trial.Number % 2 == 0 ? null : config.X > 0.5,
                Phase = (Phase)(trial.Number % 3),
                Note = trial.Number % 4 == 0 ? null : $"{config}",
                Took = TimeSpan.FromMilliseconds(trial.Number),
                Cost = (decimal)config.Y,
                Bytes = (ulong)trial.Number << 58,
            },
        };
    }

    private static IEnumerable<string> Describe(IEnumerable<TrialRecord<Plane, Verdict>> trials)
        => trials.Select(static trial => string.Create(CultureInfo.InvariantCulture, $"{trial.State} {trial.Config} {trial.MetricsOrDefault}"));
}
