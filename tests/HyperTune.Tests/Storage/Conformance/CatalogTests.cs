namespace HyperTune.Tests;

/// <summary>Studies are copied, renamed and deleted by name, over every storage.</summary>
public sealed class CatalogTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string, string> Pairs => StoragePlace.StoragesWith(["SQLite", "journal", "journal in memory"]);

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Copy_has_all_that_the_study_has_and_goes_its_own_way(string kind, string targetKind)
    {
        using var place = new StoragePlace(kind);
        using var other = new StoragePlace(targetKind);
        Study<double[]> study = place.Open();
        study.Enqueue([0.25, 0.75]);
        study.Run(Reporting, 20);
        await study.ExcludeAsync(3, "wrong data");
        study.Add([0.5, 0.5], -1);
        await study.AskAsync();
        await place.Storage().CopyAsync("test", "test", other.Storage());
        Assert.Equal(StoragePlace.Describe(study.Trials), StoragePlace.Describe(other.Open().Trials));
        Assert.Equal(study.Seed, other.Open(static options => options with { Seed = null }).Seed);

        string[] before = [.. StoragePlace.Describe(study.Trials)];
        Assert.Equal(26, other.Open().Run(Reporting, 25).Trials.Count);
        Assert.Equal(before, StoragePlace.Describe(place.Open().Trials));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Copy_in_the_same_storage_has_another_name(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open().Run(Reporting, 10);
        await place.Storage().CopyAsync("test", "copy");
        Assert.Equal(["test", "copy"], await place.Storage().ListAsync());
        Assert.Equal(
            StoragePlace.Describe(place.Open().Trials),
            StoragePlace.Describe(place.Open(static options => options with { Name = "copy", Open = Open.Existing }).Trials));
        InvalidOperationException taken = await Assert.ThrowsAsync<InvalidOperationException>(async () => await place.Storage().CopyAsync("test", "copy"));
        Assert.EndsWith("has a study 'copy' already.", taken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Study_whose_space_was_changed_is_copied_with_all_its_spaces(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open().Run(Reporting, 6);
        StudyOptions Continue(StudyOptions options) => options with { Sharing = new SharingOptions { ChangedSpace = ChangedSpacePolicy.ContinueWithWhatFits } };
        place.Open(Continue, TestSpace.Cube(3)).Run(Reporting, 12);
        await place.Storage().CopyAsync("test", "copy");
        Assert.Equal(
            StoragePlace.Describe(place.Open(Continue, TestSpace.Cube(3)).Trials),
            StoragePlace.Describe(place.Open(options => Continue(options) with { Name = "copy" }, TestSpace.Cube(3)).Trials));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task What_is_not_there_is_said_with_the_names_that_come_near(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open(static options => options with { Name = "digits" }).Ask();
        place.Open(static options => options with { Name = "other" }).Ask();
        StudyStorage storage = place.Storage();
        foreach (Func<Task> use in new Func<Task>[]
        {
            async () => await storage.DeleteAsync("digit"),
            async () => await storage.RenameAsync("digit", "new"),
            async () => await storage.CopyAsync("digit", "new"),
        })
        {
            Assert.EndsWith("has no study 'digit'. Was 'digits' meant?", (await Assert.ThrowsAsync<InvalidOperationException>(use)).Message, StringComparison.Ordinal);
        }

        InvalidOperationException taken = await Assert.ThrowsAsync<InvalidOperationException>(async () => await storage.RenameAsync("digits", "other"));
        Assert.EndsWith("has a study 'other' already.", taken.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await storage.RenameAsync("digits", ""));
        await storage.RenameAsync("digits", "numbers");
        await storage.DeleteAsync("other");
        Assert.Equal(["numbers"], await storage.ListAsync());
    }

    private static TrialOutcome Reporting(double[] config, Trial<double[]> trial)
    {
        trial.Report(1, config[0]);
        return trial.Number % 4 == 1 ? TrialOutcome.Failed("broken") : Studies.Bowl(config);
    }
}
