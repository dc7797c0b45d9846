using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>What every store of artifacts does.</summary>
public sealed class ArtifactStoreTests : IDisposable
{
    private const string Key = "0123456789abcdef-7-00000000-0000000000000001";

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Stores { get; } = new("files", "memory");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_written_is_there_until_it_is_deleted(string kind)
    {
        ArtifactStore store = Open(kind);
        Assert.Null(await store.TryOpenAsync(Key));
        Assert.False(await store.TryDeleteAsync(Key));
        Assert.Empty(await ListAsync(store, ""));
        MemoryStream content = Bytes("..content");
        content.Position = 2;
        await store.WriteAsync(Key, content);
        Assert.True(content.CanRead);
        await store.WriteAsync(Key + "2", Bytes(""));
        Assert.Equal([Key, Key + "2"], await ListAsync(store, "0123456789abcdef-"));
        Assert.Empty(await ListAsync(store, "1"));
        await using (Stream stream = (await store.TryOpenAsync(Key))!)
        {
            // Whoever has it open reads it to its end.
            Assert.True(await store.TryDeleteAsync(Key));
            Assert.Equal("content", await new StreamReader(stream).ReadToEndAsync());
        }

        Assert.Null(await store.TryOpenAsync(Key));
        Assert.Equal([Key + "2"], await ListAsync(store, ""));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Keys_lead_to_nothing_else(string kind)
    {
        ArtifactStore store = Open(kind);
        foreach (string key in (string[])["", "../x", "a/b", "/etc/passwd", "a.b", "ABC", "C:", new string('a', 65)])
        {
            await Assert.ThrowsAsync<ArgumentException>("key", async () => await store.WriteAsync(key, Bytes("x")));
            await Assert.ThrowsAsync<ArgumentException>("key", async () => await store.TryOpenAsync(key));
            await Assert.ThrowsAsync<ArgumentException>("key", async () => await store.TryDeleteAsync(key));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public async Task A_file_is_there_as_a_whole_or_not_at_all()
    {
        ArtifactStore store = Open("files");
        var seen = new List<(bool IsThere, int Entries)>();
        using var watched = new WatchedStream(3_000_000, async () =>
        {
            // Before the last bytes are read.
            seen.Add((await store.TryOpenAsync(Key) is not null, Directory.GetFiles(_directory.File("files")).Length));
        });
        await store.WriteAsync(Key, watched);
        Assert.NotEmpty(seen);
        Assert.All(seen, static look => Assert.Equal((false, 1), look));
        Assert.Equal(3_000_000, new FileInfo(Path.Combine(_directory.File("files"), Key)).Length);
        Assert.Single(Directory.GetFiles(_directory.File("files")));
    }

    [Fact]
    public async Task Half_a_file_is_listed_and_can_be_deleted()
    {
        ArtifactStore store = Open("files");
        await store.WriteAsync(Key, Bytes("whole"));
        string half = Key[..^1] + "2";
        await File.WriteAllTextAsync(Path.Combine(_directory.File("files"), half + ".partial"), "ha");
        Assert.Null(await store.TryOpenAsync(half));
        Assert.Equal([Key, half], await ListAsync(store, ""));
        Assert.True(await store.TryDeleteAsync(half));
        Assert.Equal([Key], await ListAsync(store, ""));
    }

    [Fact]
    public async Task A_directory_belongs_to_its_key()
    {
        ArtifactStore store = Open("files");
        string path = store.TryGetDirectory("0123456789abcdef-7")!;
        Assert.False(Directory.Exists(path));
        Directory.CreateDirectory(Path.Combine(path, "deep"));
        Assert.Equal(["0123456789abcdef-7"], await ListAsync(store, "0123456789abcdef-"));
        Assert.True(await store.TryDeleteAsync("0123456789abcdef-7"));
        Assert.False(Directory.Exists(path));
        Assert.Null(Open("memory").TryGetDirectory("0123456789abcdef-7"));
    }

    [Fact]
    public void Stores_say_where_they_are()
    {
        ArtifactStore store = Open("files");
        Assert.Equal($"directory '{_directory.File("files")}'", $"{store}");
        Assert.Equal($"file '{_directory.File("files/a-1")}'", store.Describe("a-1"));
        Assert.Equal("'a-1' in memory", Open("memory").Describe("a-1"));
        Assert.Throws<ArgumentException>("directory", static () => new FileArtifactStore(" "));
    }

    private static async Task<string[]> ListAsync(ArtifactStore store, string prefix)
    {
        var keys = new List<string>();
        await foreach (string key in store.ListAsync(prefix))
        {
            keys.Add(key);
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    private ArtifactStore Open(string kind) => kind == "memory" ? new MemoryArtifactStore() : new FileArtifactStore(_directory.File("files"));

    /// <summary>Many bytes, and a look before each piece of them.</summary>
    private sealed class WatchedStream(long length, Func<Task> look) : MemoryStream
    {
        private long _left = length;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await look();
            int count = (int)Math.Min(buffer.Length, _left);
            _left -= count;
            return count;
        }
    }
}
