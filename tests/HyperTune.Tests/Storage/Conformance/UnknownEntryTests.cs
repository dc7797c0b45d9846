using System.Text;

namespace HyperTune.Tests;

/// <summary>Entries of newer versions are kept and passed on, over every storage.</summary>
public sealed class UnknownEntryTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task An_entry_of_an_unknown_kind_is_kept_and_the_study_goes_on(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open().Run(Studies.Bowl, 2);
        await AppendAsync(place, """{"kind":"shiny","x":1,"more":{"deep":[1,"zwei",null]}}""");
        Study<double[]> study = place.Open();
        Assert.Equal(2, study.Trials.Count);
        StudyResult<double[]> result = study.Run(Studies.Bowl, 4);
        Assert.Equal(
            Studies.Minimize().Run(Studies.Bowl, 4).Trials.Select(static trial => trial.Value),
            result.Trials.Select(static trial => trial.Value));
        RecordingReader reader = await RecordingReader.ReadAsync(await place.OpenLogAsync());
        Assert.Single(reader.Entries, static entry => entry == """{"kind":"shiny","x":1,"more":{"deep":[1,"zwei",null]}}""");
        Assert.Equal(4, place.Open().Trials.Count);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task An_essential_entry_of_an_unknown_kind_can_be_read_over_but_not_decided_over(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> before = place.Open();
        before.Run(Studies.Bowl, 2);
        Trial<double[]> running = await before.AskAsync();
        await AppendAsync(place, """{"kind":"shiny","essential":true}""");
        IReadOnlyList<string> entries = (await RecordingReader.ReadAsync(await place.OpenLogAsync())).Entries;

        Study<double[]> study = place.Open();
        Assert.Equal(3, study.Trials.Count);
        Assert.Equal(study.Trials.Take(2).MinBy(static trial => trial.Value)!.Number, study.Best.Number);
        Func<Task>[] decisions =
        [
            async () => await study.AskAsync(),
            () => study.RunAsync(static _ => Task.FromResult(1.0), 9),
            () => Task.FromResult(study.Enqueue([0.5, 0.5])),
            () => Task.Run(() => study.Import(Studies.Minimize(Studies.Seeded with { Name = "old" }).Run(Studies.Bowl, 2))),

            // Who had the study open before learns it when it reads next.
            async () => await before.AskAsync(),
            async () => await before.TellAsync(running, 0.5),
            async () => await running.ReportAsync(1, 0.5),
        ];
        foreach (Func<Task> decision in decisions)
        {
            Assert.Contains("'shiny'", (await Assert.ThrowsAsync<InvalidOperationException>(decision)).Message);
        }

        Assert.Equal(entries, (await RecordingReader.ReadAsync(await place.OpenLogAsync())).Entries);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task An_unknown_field_of_a_known_kind_survives(string kind)
    {
        using var place = new StoragePlace(kind);
        Trial<double[]> trial = await place.Open().AskAsync();
        await AppendAsync(place, """{"kind":"reported","time":"2026-03-01T12:00:00.0000000Z","trial":0,"report":[3,0.25],"colour":"red"}""");
        Study<double[]> study = place.Open();
        Assert.Equal<TrialReport>([new(3, 0.25)], [.. study.Trials[0].Reports]);
        await trial.Study.TellAsync(trial, 0.5);
        TrialRecord<double[]> ended = place.Open().Trials[0];
        Assert.Equal((0.5, new TrialReport(3, 0.25)), (ended.Value!.Value, Assert.Single(ended.Reports)));
        RecordingReader reader = await RecordingReader.ReadAsync(await place.OpenLogAsync());
        Assert.Single(reader.Entries, static entry => entry.Contains("\"colour\":\"red\"", StringComparison.Ordinal));
    }

    private static async Task AppendAsync(StoragePlace place, string payload)
        => Assert.NotNull(await (await place.OpenLogAsync()).TryAppendAsync(null, [Encoding.UTF8.GetBytes(payload)], StudyDurability.Power));
}
