namespace HyperTune;

/// <summary>
/// A place for the bytes of artifacts and checkpoints: streams under keys that are never used twice. Immutable to its users; any number of studies can share
/// one.
/// </summary>
/// <remarks>
/// <para>
/// A store of your own derives from this class, for instance over a service for large objects. Which trial a key belongs to, whether its bytes are whole and
/// when they may be deleted is decided by the runtime, which notes all of it in the study's log.
/// </para>
/// <para>
/// Keys consist of lower-case hexadecimal digits and hyphens, and have at most 64 of them. Several threads and processes may call a store at once, each
/// with keys of its own. A store that cannot read or write throws an <see cref="IOException"/>.
/// </para>
/// </remarks>
public abstract class ArtifactStore
{
    /// <summary>Writes a stream to its end. Under its key nothing is to be seen before all of it would survive a loss of power.</summary>
    /// <param name="key">The key; nothing was ever written under it.</param>
    /// <param name="content">The bytes, from the stream's position to its end. It may be able to go forward only.</param>
    /// <param name="cancellationToken">Ends the writing; what was written then is removed, or left for <see cref="TryDeleteAsync"/>.</param>
    public abstract ValueTask WriteAsync(string key, Stream content, CancellationToken cancellationToken = default);

    /// <summary>Opens what was written under a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A stream that the caller disposes of; <see langword="null"/> when there is nothing under the key.</returns>
    public abstract ValueTask<Stream?> TryOpenAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Deletes what is under a key: the bytes, also where their writing was cut short, or the directory of <see cref="TryGetDirectory"/>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there was anything.</returns>
    public abstract ValueTask<bool> TryDeleteAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>The keys under which there is something to delete, in any order.</summary>
    /// <param name="prefix">What the keys begin with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default);

    /// <summary>The absolute path of a directory of this machine that belongs to a key; it need not exist yet.</summary>
    /// <param name="key">The key; nothing is written under it.</param>
    /// <returns><see langword="null"/>, the default, when the store has no directories: then trials get temporary ones.</returns>
    public virtual string? TryGetDirectory(string key) => null;

    /// <summary>Where the bytes of a key are, for messages.</summary>
    /// <param name="key">The key.</param>
    /// <value>By default the key and the store, for instance <c>'0f4a-17' in bucket 'models'</c>.</value>
    public virtual string Describe(string key) => $"'{key}' in {this}";
}
