namespace HyperTune.Tests;

/// <summary>A store of somebody else's, whose streams only go forward; it can do what a store should not.</summary>
internal sealed class ForwardStore : ArtifactStore
{
    private readonly MemoryArtifactStore _inner = new();

    /// <summary>Whether a byte is missing when something is opened.</summary>
    public bool IsShort { get; set; }

    public bool ReadsToEnd { get; set; } = true;

    public override async ValueTask WriteAsync(string key, Stream content, CancellationToken cancellationToken = default)
    {
        if (ReadsToEnd)
        {
            await _inner.WriteAsync(key, content, cancellationToken);
        }
    }

    public override async ValueTask<Stream?> TryOpenAsync(string key, CancellationToken cancellationToken = default)
    {
        Stream content = (await _inner.TryOpenAsync(key, cancellationToken))!;
        content.Position = IsShort ? 1 : 0;
        return new HashedStream(content);
    }

    public override ValueTask<bool> TryDeleteAsync(string key, CancellationToken cancellationToken = default) => _inner.TryDeleteAsync(key, cancellationToken);

    public override IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default) => _inner.ListAsync(prefix, cancellationToken);
}
