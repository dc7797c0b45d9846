using System.Globalization;
using HyperTune.State.Files;
using HyperTune.Studies;
using HyperTune.Studies.Artifacts;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Something that a trial saved beside its result: a model, a picture, a log, or its checkpoint.</summary>
public sealed class Artifact
{
    private const string CheckpointName = "checkpoint";

    private readonly ITrialFiles _store;
    private readonly int _trial;
    private readonly StoredFile _file;

    internal Artifact(ITrialFiles store, int trial, StoredFile file)
    {
        _store = store;
        _trial = trial;
        _file = file;
    }

    /// <summary>The name under which it was saved; <c>checkpoint</c> for a checkpoint.</summary>
    public string Name => _file.Name ?? CheckpointName;

    /// <summary>How many bytes it has.</summary>
    public long Length => _file.Length;

    /// <summary>When it was saved.</summary>
    public DateTimeOffset SavedAt => new(_file.SavedAt, TimeSpan.Zero);

    /// <summary>The SHA-256 of its bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 => _file.Hash;

    /// <summary>Opens it. All of its bytes are read and compared with what was saved before the first one is handed out.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A stream that the caller disposes of.</returns>
    /// <exception cref="ArtifactException">It is not there any more, or its bytes are not those that were saved.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken = default) => _store.OpenAsync(_trial, _file, cancellationToken);

    /// <inheritdoc cref="OpenAsync"/>
    public Stream Open() => Blocking.Wait(OpenAsync());

    /// <summary>The name and the size, for instance <c>model.zip (1048576 bytes)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(Name)} ({Length} bytes)");
}
