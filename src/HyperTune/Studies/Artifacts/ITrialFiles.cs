using HyperTune.State.Files;

namespace HyperTune.Studies.Artifacts;

/// <summary>What the trials of a study save, as those who hold a trial or its record need it.</summary>
internal interface ITrialFiles
{
    /// <summary>What a trial has saved by now.</summary>
    TrialFiles FilesOf(int number);

    /// <summary>The trial from whose checkpoint a trial goes on; <see langword="null"/> for none.</summary>
    int? ParentOf(int number);

    /// <summary>Saves an artifact or, without a name, a checkpoint.</summary>
    ValueTask SaveAsync(int number, string? name, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a file, once all of its bytes have been compared with what was saved.</summary>
    /// <exception cref="ArtifactException">It is not there any more, or its bytes are others.</exception>
    ValueTask<Stream> OpenAsync(int number, StoredFile file, CancellationToken cancellationToken);

    /// <summary>The directory of a running trial, created where there is none.</summary>
    ValueTask<string> OpenDirectoryAsync(int number, CancellationToken cancellationToken);

    /// <summary>The directory of a trial; <see langword="null"/> where it has none on this machine.</summary>
    string? FindDirectory(int number, TrialFiles files);
}
