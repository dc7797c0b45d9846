using HyperTune.State.Files;
using HyperTune.Storage.Journal;
using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;
using HyperTune.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HyperTune;

/// <summary>
/// Keeps studies in a journal file: append-only, one JSON object per line, in the format of Optuna's journal storage. Optuna 3.1 and later, its dashboard and
/// its plots open the file, even while studies run, and studies that Optuna wrote can be continued.
/// </summary>
/// <remarks>
/// <para>
/// Any number of processes on one machine may use the file at the same time, Optuna among them. They take turns through the lock
/// <c>&lt;path&gt;.lock</c>, where the path is that of the file itself, whatever links led to it; on Linux, HyperTune's processes lock the file as well.
/// What a killed process leaves behind, be it half a line, half of a change or its lock, is cleared away by the next one, with a line in the log; a finished
/// trial is never lost and never there twice. Nothing else is ever removed: a file that is not a journal, or is damaged, is refused and left as it is.
/// </para>
/// <para>
/// A change of several records is seen as a whole or not at all. Optuna, which reads record by record, may see the first records of one that is just being
/// written; when the writer is killed at that moment and Optuna appends to them, they stay, for both.
/// </para>
/// <para>
/// Optuna knows a study only by the name that it was created with, and goes on showing it when the study is renamed here; so no other study in the file can
/// get that name as long as the renamed one is there.
/// </para>
/// <para>
/// The cost of opening a file grows with its size. Records that nest values more than 500 deep, lines longer than 128 MiB, trials and search spaces of more
/// than 100,000 parameters, and attributes of HyperTune's own that cannot be right are refused; the error names the line.
/// </para>
/// <para>
/// Times are in the file as local ones, which all versions of Optuna read, together with their offset from UTC: what a study says about its trials is right
/// in every time zone. Times that Optuna itself wrote have no offset, and are taken to be in the time zone of the reader.
/// </para>
/// <para>
/// Optuna's processes should name the file by its absolute path: with a relative one, they wait forever when one of them dies while holding the lock,
/// and with a symbolic link they take a different lock from everybody else. A file with several names (hard links) is refused.
/// </para>
/// </remarks>
/// <example><c>new StudyOptions { Storage = new JournalStorage("digits.journal") }</c>.</example>
public sealed class JournalStorage : StudyStorage
{
    private static readonly TimeSpan MinimumGracePeriod = TimeSpan.FromSeconds(1);

    private readonly Lock _opening = new();
    private JournalStudies? _studies;
    private FileArtifactStore? _artifacts;

    /// <summary>Names the file. It is opened, or created, by the first study.</summary>
    /// <param name="path">The file's path; a relative one is resolved at once, against the current directory.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public JournalStorage(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>The file's absolute path.</summary>
    public string Path { get; }

    /// <summary>The directory beside the file that is called like it, with <c>.files</c> at the end; created when the first trial saves something.</summary>
    /// <exception cref="JournalException">The path leads over links that cannot be followed.</exception>
    public override ArtifactStore Artifacts => _artifacts ??= new FileArtifactStore(JournalPath.Resolve(Path) + ".files");

    /// <summary>Which records wait until they are on the disk.</summary>
    /// <value>By default <see cref="JournalDurability.Results"/>.</value>
    public JournalDurability Durability { get; init; }

    /// <summary>
    /// How long a lock that nobody touches is respected when it is not known whether its holder is alive; at least 1 second. A holder on this machine
    /// that was killed is recognized at once.
    /// </summary>
    /// <value>By default 30 seconds, as in Optuna.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is shorter than 1 second.</exception>
    public TimeSpan LockGracePeriod
    {
        get;
        init => field = value >= MinimumGracePeriod
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LockGracePeriod), value, $"The period must be at least {MinimumGracePeriod.TotalSeconds} s.");
    }
    = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to wait for a lock that another process holds and does not release. A wait of more than a second is logged; then the call that waits
    /// throws a <see cref="JournalException"/> that names the holder, and nothing of what it wanted to write is in the file.
    /// </summary>
    /// <value>By default 5 minutes; <see cref="Timeout.InfiniteTimeSpan"/> to wait for as long as it takes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan LockTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero || value == Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LockTimeout), value, "The time must not be negative, unless it is Timeout.InfiniteTimeSpan.");
    }
    = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Where the storage logs that it waits for a lock or repairs the file when it does not work for a study; studies have loggers of their own.
    /// </summary>
    /// <value>By default nowhere.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ILogger Logger
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Logger));
    }
    = NullLogger.Instance;

    /// <summary>
    /// Whether a new file gets times in UTC, which Optuna before version 5 reads but cannot compare with its own. An existing file keeps its style.
    /// </summary>
    /// <value>By default <see langword="false"/>: local time, which all versions read.</value>
    public bool UseUtcTimes { get; init; }

    /// <inheritdoc/>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public override ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) => new(Open(cancellationToken).List(cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public override ValueTask<StudyLog?> TryOpenAsync(string name, StudyParticipant participant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(participant);
        return new(Open(cancellationToken).TryOpen(name, participant, cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="JournalException">The file cannot be read or written.</exception>
    /// <exception cref="InvalidOperationException">A study of the file was created under this name and renamed since; Optuna still calls it that.</exception>
    public override ValueTask<StudyLog?> TryCreateAsync(StudyHeader header, StudyParticipant participant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(participant);
        return new(Open(cancellationToken).TryCreate(header, participant, cancellationToken));
    }

    /// <summary>Gives a study another name. Optuna goes on showing the first one.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="newName">Its name from now on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when there is no study of the first name, or one of the second.</returns>
    /// <exception cref="JournalException">The file cannot be read or written.</exception>
    /// <exception cref="InvalidOperationException">Another study was created under the new name and renamed since.</exception>
    public override ValueTask<bool> TryRenameAsync(string name, string newName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(newName);
        return new(Open(cancellationToken).TryRename(name, newName, cancellationToken));
    }

    /// <summary>Deletes a study with all its trials, and with what these have in <see cref="Artifacts"/>.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when there is no study of that name.</returns>
    /// <exception cref="JournalException">The file cannot be read or written.</exception>
    /// <exception cref="IOException">The study is deleted, but a file of it could not be.</exception>
    public override async ValueTask<bool> TryDeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool isDone = Open(cancellationToken).TryDelete(name, out string? files, cancellationToken);
        if (files is not null)
        {
            await foreach (string key in Artifacts.ListAsync(FileKey.PrefixOf(files), cancellationToken).ConfigureAwait(false))
            {
                await Artifacts.TryDeleteAsync(key, cancellationToken).ConfigureAwait(false);
            }
        }

        return isDone;
    }

    /// <summary>The kind and the path.</summary>
    public override string ToString() => Printable.Of($"journal '{Path}'");

    /// <inheritdoc cref="JournalStudies.Append"/>
    /// <exception cref="JournalException">The file cannot be read or written.</exception>
    internal void Append(Action<JournalReplay, JournalRecordWriter> write, CancellationToken cancellationToken = default)
        => Open(cancellationToken).Append(write, cancellationToken);

    /// <inheritdoc cref="JournalStudies.Split"/>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    internal IReadOnlyList<(string Name, ReadOnlyMemory<byte> Records)> Split(CancellationToken cancellationToken = default)
        => Open(cancellationToken).Split(cancellationToken);

    // One for all studies of this storage, so that they share locks and flushes.
    private JournalStudies Open(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_opening)
        {
            return _studies ??= new JournalStudies(
                new JournalCommitter(new JournalFile(Path, LockGracePeriod), UseUtcTimes ? JournalTimeStyle.Utc : JournalTimeStyle.Local),
                Durability,
                LockTimeout,
                PrintableLogger.Of(Logger));
        }
    }
}
