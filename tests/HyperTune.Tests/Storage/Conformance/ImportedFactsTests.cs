using System.Text;

namespace HyperTune.Tests;

/// <summary>What is known of a trial beside its result, after it was imported into another study.</summary>
public sealed class ImportedFactsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Parents_of_a_study_in_memory_are_those_of_the_imported_trials(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyResult<double[]> old = Continued.Run("old", null);
        Study<double[]> study = place.Open();
        study.Run(Studies.Bowl, 2);

        // The second time the parents of some are among those that are known.
        study.Import(old.Trials.Take(17));
        study.Import(old.Trials);
        AssertParents(old, kind == StoragePlace.Memory ? study : place.Open());

        // A selection of trials that stand before their parents, or without them, has none.
        Study<double[]> reversed = Studies.Minimize();
        reversed.Import(old.Trials.Reverse());
        Assert.All(reversed.Trials, static trial => Assert.Null(trial.Parent));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Parents_of_a_stored_study_are_those_of_the_imported_trials(string kind)
    {
        using var place = new StoragePlace(kind);
        string journal = _directory.File("old.journal");
        Continued.Run("old", new JournalStorage(journal), 17);
        Study<double[]> study = place.Open();
        study.Run(Studies.Bowl, 2);
        Assert.Equal(new ImportSummary(16, 1), await study.ImportAsync(journal));
        StudyResult<double[]> old = Continued.Run("old", new JournalStorage(journal));
        Assert.Equal(new ImportSummary(13, 1, Known: 16), await place.Open().ImportAsync(journal));
        AssertParents(old, place.Open());

        // From there once more, into another study of the same storage.
        Study<double[]> third = place.Open(static options => options with { Name = "third" });
        await third.ImportAsync(place.Storage(), "test");
        Assert.Equal(Continued.ParentsIn(place.Open().Trials), Continued.ParentsIn(place.Open(static options => options with { Name = "third" }).Trials));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Parents_of_a_table_are_those_of_the_added_results(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyResult<double[]> old = Continued.Run("old", null);
        await old.SaveAsync(_directory.File("old.csv"));
        Study<double[]> study = place.Open();
        study.Run(Studies.Bowl, 2);
        Assert.Equal(new ImportSummary(29, 1), await study.AddCsvAsync(_directory.File("old.csv")));
        AssertParents(old, kind == StoragePlace.Memory ? study : place.Open());
    }

    [Fact]
    public async Task Parameters_of_a_table_may_be_called_like_what_it_says_of_trials()
    {
        string[] names = ["number", "state", "excluded", "parent"];
        TestSpace space = TestSpace.Of([.. names.Select(static (name, i) => TestSpace.CreateParameter(name, i, new UniformDistribution(0, 1)))]);
        StudyResult<double[]> old = Study.Minimize(space, Studies.Seeded).Run(static config => config.Sum(), 5);
        await old.SaveAsync(_directory.File("old.csv"));
        Study<double[]> study = Study.Minimize(space, Studies.Seeded);
        Assert.Equal(new ImportSummary(5, 0), await study.AddCsvAsync(_directory.File("old.csv")));
        Assert.Equal(old.Trials.Select(static trial => trial.Vector.ToArray()), study.Trials.Select(static trial => trial.Vector.ToArray()));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task A_trial_that_never_started_has_no_start_after_an_import(string kind)
    {
        using var place = new StoragePlace(kind);
        string journal = _directory.File("old.journal");
        Study<double[]> old = Studies.Minimize(new StudyOptions { Name = "old", Storage = new JournalStorage(journal), TimeProvider = place.Time });
        await old.TellAsync(old.Enqueue([0.5, 0.25]), 3);
        Study<double[]> study = place.Open();
        Assert.Equal(new ImportSummary(1, 0), await study.ImportAsync(journal));
        study = kind == StoragePlace.Memory ? study : place.Open();
        TrialRecord<double[]> imported = Assert.Single(study.Trials);
        Assert.Equal((default, TimeSpan.Zero, 3.0), (imported.StartedAt, imported.Duration, imported.Value));

        // And from memory into a journal, in every time zone.
        string copy = _directory.File("copy.journal");
        var options = new StudyOptions { Name = "copy", Storage = new JournalStorage(copy), TimeProvider = new ZonedTime(place.Time.Start, ZonedTime.West) };
        Studies.Minimize(options).Import(study.GetResult());
        Assert.Equal(default, Assert.Single(Studies.Minimize(options with { Storage = new JournalStorage(copy) }).Trials).StartedAt);
        Assert.DoesNotContain("0001-", await File.ReadAllTextAsync(copy, Encoding.UTF8), StringComparison.Ordinal);
    }

    private static void AssertParents(StudyResult<double[]> old, Study<double[]> study)
    {
        // Trial 1 failed and was not imported.
        (double?, double?)[] expected = [.. Continued.ParentsIn(old.Trials)];
        Assert.True(expected.Count(static trial => trial.Item2 is not null) > 20);
        Assert.Equal(expected, Continued.ParentsIn([.. study.Trials]).Skip(2));
        TrialRecord<double[]> last = study.Trials[^1];
        Assert.Equal(old.LineageOf(old.Trials[^1]).Select(static trial => trial.Value), study.GetResult().LineageOf(last).Select(static trial => trial.Value));
    }
}
