namespace HyperTune.Tests;

/// <summary>Logs keep entries in order, append all or none of them, and show none before it is there.</summary>
public sealed class StudyLogConformanceTests
{
    private const int Rounds = 20;

    public static TheoryData<string> Storages => StoragePlace.Storages;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Entries_are_read_in_their_order_behind_a_version(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyLog log = await place.CreateLogAsync();
        Assert.Empty((await RecordingReader.ReadAsync(log)).Entries);
        Assert.Equal(2, await AppendAsync(log, 0, "a", "grün \u2028 \\u0041 {"));
        Assert.Equal(3, await AppendAsync(log, null, "c"));
        Assert.Equal(4, await AppendAsync(await place.OpenLogAsync(), 3, "d"));
        foreach (StudyLog reopened in new[] { log, await place.OpenLogAsync() })
        {
            IReadOnlyList<string> entries = (await RecordingReader.ReadAsync(reopened)).Entries;
            Assert.Equal(["a", "grün \u2028 A {", "c", "d"], entries.Select(Word));
            Assert.Equal(["c", "d"], (await RecordingReader.ReadAsync(reopened, after: 2)).Entries.Select(Word));
            Assert.Empty((await RecordingReader.ReadAsync(reopened, after: 4)).Entries);
        }
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Nothing_is_appended_at_another_version(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyLog log = await place.CreateLogAsync();
        Assert.Equal(1, await AppendAsync(log, 0, "a"));
        StudyLog other = await place.OpenLogAsync();
        Assert.Null(await AppendAsync(other, 0, "b"));
        Assert.Null(await AppendAsync(other, 2, "b"));
        Assert.Equal(["a"], (await RecordingReader.ReadAsync(log)).Entries.Select(Word));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Of_two_who_append_at_one_version_exactly_one_does(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyLog[] logs = [await place.CreateLogAsync(), await place.OpenLogAsync()];
        for (int version = 0; version < Rounds; version++)
        {
            int expected = version;
            long?[] appended = await Task.WhenAll(
                logs.Select((log, i) => Task.Run(async () => await AppendAsync(log, expected, $"{expected} of {i}"))));
            Assert.Equal(version + 1, Assert.Single(appended, static found => found is not null));
        }

        Assert.Equal(Rounds, (await RecordingReader.ReadAsync(logs[0])).Version);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Who_appends_behind_whatever_is_there_is_never_refused_and_keeps_its_order(string kind)
    {
        const int Writers = 4;
        using var place = new StoragePlace(kind);
        StudyLog reading = await place.CreateLogAsync();
        Task writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            StudyLog log = await place.OpenLogAsync();
            for (int i = 0; i < Rounds; i++)
            {
                Assert.NotNull(await AppendAsync(log, null, $"{writer}.{i}.first", $"{writer}.{i}.second"));
            }
        })));

        // Whatever is read meanwhile is there for good, and both entries of a change are.
        var reader = new RecordingReader();
        try
        {
            do
            {
                await Task.Yield();
                await reading.ReadAsync(reader.Version, reader);
                Assert.Equal(0, reader.Version % 2);
            }
            while (!writing.IsCompleted);
        }
        finally
        {
            // Before the place is gone in which they write.
            await Task.WhenAny(writing);
        }

        await writing;
        await reading.ReadAsync(reader.Version, reader);
        string[] all = [.. (await RecordingReader.ReadAsync(await place.OpenLogAsync())).Entries.Select(Word)];
        Assert.Equal(all, reader.Entries.Select(Word));
        for (int writer = 0; writer < Writers; writer++)
        {
            Assert.Equal(
                Enumerable.Range(0, Rounds).SelectMany(i => new[] { $"{writer}.{i}.first", $"{writer}.{i}.second" }),
                all.Where(word => word.StartsWith($"{writer}.", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_cancelled_token_appends_nothing(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyLog log = await place.CreateLogAsync();
        var cancelled = new CancellationToken(true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await log.TryAppendAsync(null, [RecordingReader.Unknown("a")], StudyDurability.Power, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await log.ReadAsync(0, new RecordingReader(), cancelled));
        Assert.Empty((await RecordingReader.ReadAsync(log)).Entries);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Waiting_ends_when_there_is_something_to_read(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyLog log = await place.CreateLogAsync();
        var reader = new RecordingReader();
        Task appending = Task.Run(async () => await AppendAsync(await place.OpenLogAsync(), null, "news"));
        while (reader.Version == 0)
        {
            await log.WaitAsync(0);
            await log.ReadAsync(0, reader);
        }

        await appending;
        Assert.Equal(["news"], reader.Entries.Select(Word));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Logs_of_other_studies_are_not_touched(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyLog first = await place.CreateLogAsync("first");
        StudyLog second = await place.CreateLogAsync("second");
        await AppendAsync(first, 0, "a");
        Assert.Equal(1, await AppendAsync(second, 0, "b"));
        Assert.Equal(["a"], (await RecordingReader.ReadAsync(first)).Entries.Select(Word));
        Assert.Equal(["b"], (await RecordingReader.ReadAsync(second)).Entries.Select(Word));
    }

    private static ValueTask<long?> AppendAsync(StudyLog log, long? expected, params string[] words)
        => log.TryAppendAsync(expected, [.. words.Select(RecordingReader.Unknown)], StudyDurability.Process);

    private static string Word(string entry) => System.Text.Json.Nodes.JsonNode.Parse(entry)!["x"]!.GetValue<string>();
}
