using HyperTune.Storage;
using HyperTune.Text;

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
    private const int MostNames = 20;

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

    /// <summary>Gives a study another name, as <see cref="TryRenameAsync"/> does.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="newName">Its name from now on; not empty.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The new name is empty or white space.</exception>
    /// <exception cref="InvalidOperationException">There is no study of the first name, or one of the second.</exception>
    public async ValueTask RenameAsync(string name, string newName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(newName);
        if (!await TryRenameAsync(name, newName, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<string> names = await ListAsync(cancellationToken).ConfigureAwait(false);
            throw names.Contains(name)
                ? NameIsTaken(newName)
                : await NoSuchStudyAsync(name, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes a study with all its trials, as <see cref="TryDeleteAsync"/> does.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is no study of that name.</exception>
    public async ValueTask DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        if (!await TryDeleteAsync(name, cancellationToken).ConfigureAwait(false))
        {
            throw await NoSuchStudyAsync(name, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Copies a study with all its trials, also into a storage of another kind. What happens to either of the two from then on does not concern the other; files
    /// that trials saved are not copied. Trials that run are copied as such: they wait again in the copy once their processes have ended.
    /// </summary>
    /// <param name="name">The study's name.</param>
    /// <param name="newName">The name of the copy; not empty.</param>
    /// <param name="target">The storage that gets the copy; <see langword="null"/> for this one.</param>
    /// <param name="cancellationToken">Ends the copying; what is there by then of the copy is deleted.</param>
    /// <exception cref="ArgumentException">The new name is empty or white space.</exception>
    /// <exception cref="InvalidOperationException">There is no study of the first name, or one of the second in the target.</exception>
    public async ValueTask CopyAsync(string name, string newName, StudyStorage? target = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(newName);
        target ??= this;
        var participant = new StudyParticipant { Owner = ProcessIdentity.CreateToken(), Records = WantedRecords.All };
        StudyLog source = await TryOpenAsync(name, participant, cancellationToken).ConfigureAwait(false)
            ?? throw await NoSuchStudyAsync(name, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            StudyLog copy = await target.TryCreateAsync(source.Header with { Name = newName }, participant, cancellationToken).ConfigureAwait(false)
                ?? throw target.NameIsTaken(newName);
            await using (copy.ConfigureAwait(false))
            {
                try
                {
                    await StudyCopy.CopyAsync(source, copy, cancellationToken).ConfigureAwait(false);
                }
                catch
                {
                    await target.TryDeleteAsync(newName, CancellationToken.None).ConfigureAwait(false);
                    throw;
                }
            }
        }
    }

    /// <summary>Says that there is no study of a name, and which come near.</summary>
    internal async ValueTask<InvalidOperationException> NoSuchStudyAsync(string name, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = await ListAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> near = NearNames.Of(name, names);
        string hint = near.Count > 0 ? $"Was '{string.Join("' or '", near)}' meant?"
            : names.Count == 0 ? "It holds none."
            : $"It holds: '{string.Join("', '", names.Take(MostNames))}'{(names.Count > MostNames ? $" and {names.Count - MostNames} more" : "")}.";
        return new InvalidOperationException(Printable.Of($"The {this} has no study '{name}'. {hint}"));
    }

    private InvalidOperationException NameIsTaken(string name) => new(Printable.Of($"The {this} has a study '{name}' already."));
}
