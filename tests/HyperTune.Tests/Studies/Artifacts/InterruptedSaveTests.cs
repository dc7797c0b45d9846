using System.Text;
using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>Whatever cuts a save short leaves what was saved before, and at most garbage, which the next process clears away.</summary>
public sealed class InterruptedSaveTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_save_that_is_cancelled_or_whose_stream_fails_changes_nothing(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Trial<double[]> trial = await place.Open().AskAsync();
        await trial.Artifacts.SaveAsync("model.zip", Bytes("first"));
        using var cancellation = new CancellationTokenSource();
        using var cancelled = new ChunkedStream(1000, cancellation.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await trial.Artifacts.SaveAsync("model.zip", cancelled, cancellation.Token));
        using var broken = new ChunkedStream(1000, static () => throw new IOException("The other side hung up."));
        Assert.Equal(
            "The other side hung up.",
            (await Assert.ThrowsAsync<IOException>(async () => await trial.Artifacts.SaveAsync("model.zip", broken))).Message);
        Assert.Equal("first", await TextOf(Assert.Single(trial.Artifacts.Saved)));
        Assert.Single(place.Entries);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task What_a_dead_process_wrote_and_did_not_note_is_cleared_away_by_the_next_one(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Trial<double[]> trial = await place.OpenInDyingProcess().AskAsync();
        await trial.Checkpoint.SaveAsync(Bytes("noted"));
        string noted = Assert.Single(place.Entries);
        string scope = noted.Split('-')[0];

        // Written and not noted; half written; of another study; and something that somebody else put there.
        string whole = noted[..^4] + "0000";
        string half = noted[..^4] + "1111.partial";
        string foreign = new string('f', 16) + noted[16..];
        string[] others = [foreign, "readme.txt", scope + "-x"];
        Array.ForEach([whole, half, .. others], name => File.WriteAllText(Path.Combine(place.ArtifactDirectory, name), "garbage"));

        Study<double[]> study = place.Open();
        Trial<double[]> again = await study.AskAsync();
        await again.Artifacts.SaveAsync("log.txt", Bytes("log"));
        string[] left = [.. place.Entries.Except([noted, .. others])];
        Assert.StartsWith(scope, Assert.Single(left), StringComparison.Ordinal);
        Assert.Empty(others.Append(noted).Except(place.Entries));
        Assert.Equal("noted", await TextOf(again.Checkpoint));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task What_a_live_process_has_not_noted_yet_is_left_alone(string kind)
    {
        using var place = new ArtifactPlace(kind);
        var written = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        var slow = new SlowStore(new FileArtifactStore(place.ArtifactDirectory), written, released.Task);
        Study<double[]> first = place.Open(options => options with { Artifacts = slow });
        Trial<double[]> trial = await first.AskAsync();
        Task saving = trial.Artifacts.SaveAsync("model.zip", Bytes("the model")).AsTask();
        await written.Task;

        Study<double[]> second = place.Open();
        await (await second.AskAsync()).Artifacts.SaveAsync("other.zip", Bytes("another"));
        Assert.Equal(2, place.Entries.Length);
        released.SetResult();
        await saving;
        await first.TellAsync(trial, 1);
        Assert.Equal("the model", await TextOf(place.Open().Trials[0].Artifacts["model.zip"]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_deleted_makes_no_trial_fail()
    {
        var logger = new RecordingLogger();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Artifacts = new StubbornStore(), Logger = logger, Keep = Keep.Best(1) });
        StudyResult<double[]> result = await study.RunAsync(
            static async (config, trial, token) =>
            {
                await trial.Artifacts.SaveAsync("a", Bytes("first"), token);
                await trial.Artifacts.SaveAsync("a", Bytes("second"), token);
                return Studies.Bowl(config);
            },
            5);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.Single(result.Trials, static trial => trial.Artifacts.Count == 1);
        RecordingLogger.Line[] lines = [.. logger.Lines.Where(static line => line.Message.Contains("could not be deleted", StringComparison.Ordinal))];
        Assert.Equal(5 + 4, lines.Length);
        Assert.All(lines, static line => Assert.Equal("It is in use.", line.Exception!.Message));
    }

    /// <summary>Does something in the middle of its bytes.</summary>
    private sealed class ChunkedStream(int length, Action half) : MemoryStream(Encoding.UTF8.GetBytes(new string('x', length)))
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Position > 0)
            {
                half();
            }

            return new(Read(buffer.Span[..Math.Min(buffer.Length, length / 2)]));
        }
    }

    private sealed class StubbornStore : ArtifactStore
    {
        private readonly MemoryArtifactStore _inner = new();

        public override ValueTask WriteAsync(string key, Stream content, CancellationToken cancellationToken = default)
            => _inner.WriteAsync(key, content, cancellationToken);

        public override ValueTask<Stream?> TryOpenAsync(string key, CancellationToken cancellationToken = default) => _inner.TryOpenAsync(key, cancellationToken);

        public override ValueTask<bool> TryDeleteAsync(string key, CancellationToken cancellationToken = default) => throw new IOException("It is in use.");

        public override IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default)
            => _inner.ListAsync(prefix, cancellationToken);
    }

    private sealed class SlowStore(ArtifactStore inner, TaskCompletionSource written, Task released) : ArtifactStore
    {
        public override async ValueTask WriteAsync(string key, Stream content, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(key, content, cancellationToken);
            written.SetResult();
            await released;
        }

        public override ValueTask<Stream?> TryOpenAsync(string key, CancellationToken cancellationToken = default) => inner.TryOpenAsync(key, cancellationToken);

        public override ValueTask<bool> TryDeleteAsync(string key, CancellationToken cancellationToken = default) => inner.TryDeleteAsync(key, cancellationToken);

        public override IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default)
            => inner.ListAsync(prefix, cancellationToken);
    }
}
