using HyperTune.Studies;
using HyperTune.Studies.Artifacts;

namespace HyperTune;

/// <summary>What a running trial saves beside its result: models, pictures, logs. Later they are in <see cref="TrialRecord{T}.Artifacts"/>.</summary>
public sealed class TrialArtifacts
{
    private readonly ITrialFiles _store;
    private readonly int _trial;

    internal TrialArtifacts(ITrialFiles store, int trial)
    {
        _store = store;
        _trial = trial;
    }

    /// <summary>What the trial has saved by now, earlier attempts of an interrupted one included.</summary>
    public ArtifactList Saved => new(_store, _trial, _store.FilesOf(_trial));

    /// <summary>
    /// Saves an artifact, in the place of an earlier one of its name. Once this returns it survives the process, and with a storage a loss of power; when it
    /// is cut short, the earlier one stays.
    /// </summary>
    /// <param name="name">The artifact's name: that of a file without its directory, for instance <c>model.zip</c>, of at most 255 bytes in UTF-8.</param>
    /// <param name="content">The bytes, from the stream's position to its end; they are never all in memory. The stream stays open.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException">The name is none that a file can have on every system, or the stream cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended, another process runs it, or the study has no place for artifacts.</exception>
    /// <exception cref="IOException">The artifact cannot be written, for instance because the disk is full.</exception>
    public ValueTask SaveAsync(string name, Stream content, CancellationToken cancellationToken = default)
    {
        ArtifactName.Check(name);
        return _store.SaveAsync(_trial, name, content, cancellationToken);
    }

    /// <inheritdoc cref="SaveAsync"/>
    public void Save(string name, Stream content) => Blocking.Wait(SaveAsync(name, content));
}
