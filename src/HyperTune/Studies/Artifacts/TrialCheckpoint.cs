using HyperTune.Studies;
using HyperTune.Studies.Artifacts;

namespace HyperTune;

/// <summary>
/// How far a trial has come, so that one that is interrupted need not begin again: the process that runs it next, under its number, finds what the
/// former one saved last.
/// </summary>
public sealed class TrialCheckpoint
{
    private readonly ITrialFiles _store;
    private readonly int _trial;

    internal TrialCheckpoint(ITrialFiles store, int trial)
    {
        _store = store;
        _trial = trial;
    }

    /// <summary>
    /// Saves a checkpoint, in the place of the one before. Once this returns it survives the process, and with a storage a loss of power; when it is cut
    /// short, the one before stays.
    /// </summary>
    /// <param name="content">The bytes, from the stream's position to its end; they are never all in memory. The stream stays open.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended, another process runs it, or the study has no place for artifacts.</exception>
    /// <exception cref="IOException">The checkpoint cannot be written, for instance because the disk is full.</exception>
    public ValueTask SaveAsync(Stream content, CancellationToken cancellationToken = default)
        => _store.SaveAsync(_trial, name: null, content, cancellationToken);

    /// <inheritdoc cref="SaveAsync"/>
    public void Save(Stream content) => Blocking.Wait(SaveAsync(content));

    /// <summary>
    /// Opens the newest checkpoint, of this attempt or of a former one; where there is none yet, the last one of the trial that this one goes on from
    /// (<see cref="Trial{T}.Parent"/>). All of its bytes are read and compared with what was saved before the first one is handed out.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A stream that the caller disposes of; <see langword="null"/> where the trial has saved none and begins from nothing.</returns>
    /// <exception cref="ArtifactException">It is not there any more, or its bytes are not those that were saved.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async ValueTask<Stream?> OpenAsync(CancellationToken cancellationToken = default)
    {
        int owner = _store.FilesOf(_trial).Checkpoint is null && _store.ParentOf(_trial) is { } parent ? parent : _trial;
        return _store.FilesOf(owner).Checkpoint is { } file ? await _store.OpenAsync(owner, file, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <inheritdoc cref="OpenAsync"/>
    public Stream? Open() => Blocking.Wait(OpenAsync());
}
