using System.Collections;
using System.Diagnostics.CodeAnalysis;
using HyperTune.State.Files;
using HyperTune.Studies.Artifacts;
using HyperTune.Text;

namespace HyperTune;

/// <summary>What a trial had saved at one moment, in the order of the names; it does not change later.</summary>
public sealed class ArtifactList : IReadOnlyList<Artifact>
{
    private readonly ITrialFiles? _store;
    private readonly int _trial;
    private readonly TrialFiles _files;

    internal ArtifactList(ITrialFiles? store, int trial, TrialFiles files)
    {
        _store = store;
        _trial = trial;
        _files = files;
    }

    /// <summary>How many there are.</summary>
    public int Count => _files.Artifacts.Length;

    /// <summary>The artifact at a place in the order of the names.</summary>
    /// <param name="index">The place, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public Artifact this[int index] => (uint)index < (uint)Count
        ? Of(_files.Artifacts[index])
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Trial {_trial} has {Count} artifacts.");

    /// <summary>The artifact of a name; names are compared ordinally.</summary>
    /// <param name="name">The name, for instance <c>model.zip</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message says which there are.</exception>
    public Artifact this[string name] => TryGet(name, out Artifact? artifact) ? artifact : throw new KeyNotFoundException(Printable.Of(
        $"Trial {_trial} has no artifact '{name}'. "
        + (_files.AreDropped ? $"Its artifacts were deleted, because it is not among the best trials ({nameof(StudyOptions)}.{nameof(StudyOptions.Keep)})."
            : Count == 0 ? "It has none at all."
            : $"It has {string.Join(", ", _files.Artifacts.Select(static file => $"'{file.Name}'"))}.")));

    /// <summary>Looks for the artifact of a name; names are compared ordinally.</summary>
    /// <param name="name">The name, for instance <c>model.zip</c>.</param>
    /// <param name="artifact">The artifact.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out Artifact? artifact)
    {
        ArgumentNullException.ThrowIfNull(name);
        artifact = _files.Find(name) is { } file ? Of(file) : null;
        return artifact is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<Artifact> GetEnumerator() => _files.Artifacts.Select(Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Artifact Of(StoredFile file) => new(_store!, _trial, file);
}
