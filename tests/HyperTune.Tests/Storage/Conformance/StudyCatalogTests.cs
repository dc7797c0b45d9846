namespace HyperTune.Tests;

/// <summary>Storages list, create, open, rename and delete studies.</summary>
public sealed class StudyCatalogTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Studies_are_listed_in_the_order_of_their_creation(string kind)
    {
        using var place = new StoragePlace(kind);
        Assert.Empty(await place.Storage().ListAsync());
        foreach (string name in new[] { "zebra", "Apfel, \"grün\" / 1", "apple", "Apple" })
        {
            Assert.NotNull(await place.CreateLogAsync(name));
        }

        Assert.Equal(["zebra", "Apfel, \"grün\" / 1", "apple", "Apple"], await place.Storage().ListAsync());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_study_is_opened_with_what_it_was_created_with(string kind)
    {
        using var place = new StoragePlace(kind);
        var header = new StudyHeader
        {
            Name = "two goals",
            Seed = long.MinValue,
            Metrics =
            [
                new Metric("accuracy", 0, OptimizationDirection.Maximize),
                new Metric("latency", 1, OptimizationDirection.Minimize, atMost: 10.5),
                new Metric("memory", 2, null, atLeast: 1, atMost: 512),
            ],
            Space = TestSpace.Of(
                TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["a,b", "c"])),
                TestSpace.CreateParameter("x", 1, new LogUniformDistribution(1e-3, 1))).Outline,
        };
        Assert.Null(await place.Storage().TryOpenAsync(header.Name, place.Participant()));
        StudyLog created = (await place.Storage().TryCreateAsync(header, place.Participant()))!;
        StudyLog opened = (await place.Storage().TryOpenAsync(header.Name, place.Participant()))!;
        Assert.Equal(header.ToUtf8Bytes(), created.Header.ToUtf8Bytes());
        Assert.Equal(header.ToUtf8Bytes(), opened.Header.ToUtf8Bytes());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Of_many_who_create_a_study_at_once_one_does(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyLog?[] created = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            async () => await place.Storage().TryCreateAsync(StoragePlace.Header() with { Seed = i }, place.Participant()))));
        StudyLog winner = Assert.Single(created, static log => log is not null)!;
        Assert.Equal(winner.Header.Seed, (await place.OpenLogAsync()).Header.Seed);
        Assert.Equal(["test"], await place.Storage().ListAsync());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_renamed_study_is_the_same_study(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open().Run(Studies.Bowl, 3);
        await place.CreateLogAsync("other");
        Assert.False(await place.Storage().TryRenameAsync("nobody", "somebody"));
        Assert.False(await place.Storage().TryRenameAsync("test", "other"));
        Assert.True(await place.Storage().TryRenameAsync("test", "better"));
        Assert.Equal(["better", "other"], await place.Storage().ListAsync());
        Assert.Null(await place.Storage().TryOpenAsync("test", place.Participant()));
        Assert.Equal("better", (await place.OpenLogAsync("better")).Header.Name);
        StudyResult<double[]> result = place.Open(static options => options with { Name = "better" }).Run(Studies.Bowl, 5);
        Assert.Equal(Studies.Minimize().Run(Studies.Bowl, 5).Trials.Select(static trial => trial.Value), result.Trials.Select(static trial => trial.Value));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_deleted_study_is_gone_and_can_be_created_anew(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open().Run(Studies.Bowl, 3);
        await place.CreateLogAsync("other");
        Assert.False(await place.Storage().TryDeleteAsync("nobody"));
        Assert.True(await place.Storage().TryDeleteAsync("test"));
        Assert.Equal(["other"], await place.Storage().ListAsync());
        Assert.Null(await place.Storage().TryOpenAsync("test", place.Participant()));
        Assert.Empty(place.Open().Trials);
        Assert.Equal(["other"], await place.Storage().ListAsync());
        Assert.Equal(0, place.Open().Ask().Number);
        Assert.Equal(["other", "test"], await place.Storage().ListAsync());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Who_runs_a_study_that_was_deleted_is_told(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        study.Run(Studies.Bowl, 3);
        Assert.True(await place.Storage().TryDeleteAsync("test"));
        Assert.Contains("deleted", Assert.ThrowsAny<IOException>(() => study.Run(Studies.Bowl, 5)).Message);
        place.Open().Run(Studies.Bowl, 2);
        Assert.ThrowsAny<IOException>(() => study.Run(Studies.Bowl, 5));
        Assert.Equal(2, place.Open().Trials.Count);
    }
}
