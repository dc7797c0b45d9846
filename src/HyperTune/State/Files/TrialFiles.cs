using System.Collections.Immutable;

namespace HyperTune.State.Files;

/// <summary>What a trial has saved; it does not change later.</summary>
internal sealed record TrialFiles
{
    public static TrialFiles None { get; } = new();

    /// <summary>The artifacts, one a name, in the order of their names.</summary>
    public ImmutableArray<StoredFile> Artifacts { get; init; } = [];

    /// <summary>The newest checkpoint; <see langword="null"/> for none.</summary>
    public StoredFile? Checkpoint { get; init; }

    /// <summary>Whether the trial has a directory of its own.</summary>
    public bool HasDirectory { get; init; }

    /// <summary>Whether all that the trial had was deleted, because it is not among the best.</summary>
    public bool AreDropped { get; init; }

    public bool IsEmpty => Artifacts.IsEmpty && Checkpoint is null && !HasDirectory;

    /// <summary>The artifacts and the checkpoint.</summary>
    public IEnumerable<StoredFile> All => Checkpoint is null ? Artifacts : Artifacts.Append(Checkpoint);

    /// <summary>The artifact of a name, or with <see langword="null"/> the checkpoint.</summary>
    public StoredFile? Find(string? name)
        => name is null ? Checkpoint : Artifacts.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal));

    /// <summary>The same with a file in the place of the one of its name.</summary>
    public TrialFiles With(StoredFile file) => file.Name is null
        ? this with { Checkpoint = file }
        : this with
        {
            Artifacts =
            [
                .. Artifacts.Where(other => !string.Equals(other.Name, file.Name, StringComparison.Ordinal))
                    .Append(file)
                    .OrderBy(static other => other.Name, StringComparer.Ordinal),
            ],
        };
}
