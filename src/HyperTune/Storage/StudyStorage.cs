namespace HyperTune;

/// <summary>
/// A place where studies outlive their process: it holds one <see cref="StudyLog"/> per study. Immutable; any number of studies can share one.
/// </summary>
/// <remarks>
/// A storage of your own derives from this class and from <see cref="StudyLog"/>. It keeps bytes in order and knows nothing of what they mean: which
/// trial is next, who runs it and what it is worth is decided by the runtime, in the same way for every storage.
/// </remarks>
public abstract class StudyStorage
{
    /// <summary>Where the artifacts and checkpoints of its studies are kept, unless the options of a study name another place.</summary>
    /// <value>By default <see langword="null"/>: nowhere, so that studies have to say.</value>
    public virtual ArtifactStore? Artifacts => null;

    /// <summary>The names of the studies that the storage holds, in the order of their creation.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Opens the log of a study.</summary>
    /// <param name="name">The study's name; the comparison is ordinal.</param>
    /// <param name="participant">Who opens it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The log, or <see langword="null"/> when there is no study of that name.</returns>
    public abstract ValueTask<StudyLog?> TryOpenAsync(string name, StudyParticipant participant, CancellationToken cancellationToken = default);

    /// <summary>Creates the log of a study that the storage does not hold yet.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="participant">Who opens it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The log, or <see langword="null"/> when there is a study of that name, which somebody may just have created.</returns>
    public abstract ValueTask<StudyLog?> TryCreateAsync(StudyHeader header, StudyParticipant participant, CancellationToken cancellationToken = default);

    /// <summary>Gives a study another name.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="newName">Its name from now on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when there is no study of the first name, or one of the second.</returns>
    public abstract ValueTask<bool> TryRenameAsync(string name, string newName, CancellationToken cancellationToken = default);

    /// <summary>Deletes a study with all its trials.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when there is no study of that name.</returns>
    public abstract ValueTask<bool> TryDeleteAsync(string name, CancellationToken cancellationToken = default);
}
