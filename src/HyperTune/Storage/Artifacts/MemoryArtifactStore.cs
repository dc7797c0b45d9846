using System.Collections.Concurrent;
using HyperTune.Storage.Artifacts;

namespace HyperTune;

/// <summary>Keeps artifacts and checkpoints in memory, as long as the store itself; each may have up to 2 GB. What studies without a storage use.</summary>
public sealed class MemoryArtifactStore : ArtifactStore
{
    private readonly ConcurrentDictionary<string, ArraySegment<byte>> _contents = new(StringComparer.Ordinal);

    /// <summary>How many bytes all of it has.</summary>
    public long Length => _contents.Values.Sum(static content => (long)content.Count);

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(string key, Stream content, CancellationToken cancellationToken = default)
    {
        ArtifactKey.Check(key);
        ArgumentNullException.ThrowIfNull(content);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);

        // Nobody else has the buffer, and what is behind the bytes in it costs at most as much as they do.
        _contents[key] = new ArraySegment<byte>(copy.GetBuffer(), 0, (int)copy.Length);
    }

    /// <inheritdoc/>
    public override ValueTask<Stream?> TryOpenAsync(string key, CancellationToken cancellationToken = default)
    {
        ArtifactKey.Check(key);
        return new(_contents.TryGetValue(key, out ArraySegment<byte> content)
            ? new MemoryStream(content.Array!, content.Offset, content.Count, writable: false)
            : null);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> TryDeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        ArtifactKey.Check(key);
        return new(_contents.TryRemove(key, out _));
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return _contents.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToAsyncEnumerable();
    }

    /// <summary>The kind.</summary>
    public override string ToString() => "memory";
}
