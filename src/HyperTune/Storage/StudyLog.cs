namespace HyperTune;

/// <summary>
/// The log of one study, as opened by one participant: a header and entries in a fixed order. All that a study knows follows from them.
/// </summary>
/// <remarks>
/// <para>
/// Entries are bytes that the runtime writes and reads. A log never changes or drops an entry, and never shows one before it is as durable as
/// <see cref="StudyDurability.Process"/> asks for. The <i>version</i> of a log is the number of its entries.
/// </para>
/// <para>
/// Several threads may call a log at once. No lock of the runtime is held while it waits. A log that cannot read or write, for instance because the study
/// was deleted, throws an <see cref="IOException"/>: the study stays usable, and a sign of life that could not be given is tried again.
/// </para>
/// </remarks>
public abstract class StudyLog : IAsyncDisposable
{
    /// <summary>What the study was created with.</summary>
    public abstract StudyHeader Header { get; }

    /// <summary>The clock that all participants share, where the log has one, for instance a database's.</summary>
    /// <value>By default <see langword="null"/>: each participant goes by its own clock.</value>
    public virtual TimeProvider? Clock => null;

    /// <summary>Whether the log keeps the snapshots that it is given, so that writing them is worthwhile.</summary>
    /// <value>By default <see langword="false"/>.</value>
    public virtual bool KeepsSnapshots => false;

    /// <summary>Reads the entries after a version.</summary>
    /// <param name="after">The version after which to read; 0 for all.</param>
    /// <param name="reader">Receives them, in their order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask ReadAsync(long after, StudyReader reader, CancellationToken cancellationToken = default);

    /// <summary>Appends entries, all of them or none.</summary>
    /// <param name="expectedVersion">
    /// The version that the log must have, or else nothing is appended; <see langword="null"/> to append after whatever is there.
    /// </param>
    /// <param name="entries">The entries.</param>
    /// <param name="durability">What they have to survive before this returns.</param>
    /// <param name="cancellationToken">Ends the wait. The entries may have been appended all the same.</param>
    /// <returns>The log's version after the entries; <see langword="null"/> when it was not the expected one.</returns>
    public abstract ValueTask<long?> TryAppendAsync(
        long? expectedVersion,
        IReadOnlyList<ReadOnlyMemory<byte>> entries,
        StudyDurability durability,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out a change. The base class decides, appends at the version that the decision is based on and, when somebody else was first, reads and
    /// decides again. A log with an exclusive moment of its own, such as a file's or a row's lock, can read, decide and append inside it instead.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual async ValueTask CommitAsync(StudyChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            long version = change.Version;
            IReadOnlyList<ReadOnlyMemory<byte>> entries = change.Decide();
            if (entries.Count == 0)
            {
                return;
            }

            long? appended = await TryAppendAsync(change.Commutes ? null : version, entries, change.Durability, cancellationToken).ConfigureAwait(false);
            bool isKnown = appended is { } last && change.TryAccept(last);
            if (!isKnown)
            {
                // What is appended is not to be lost sight of.
                CancellationToken token = appended is null ? cancellationToken : CancellationToken.None;
                await ReadAsync(change.Version, change.Reader, token).ConfigureAwait(false);
            }

            if (appended is not null)
            {
                return;
            }
        }
    }

    /// <summary>Returns when the log is likely to have entries after a version, or after a while.</summary>
    /// <param name="after">The version that the caller knows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual async ValueTask WaitAsync(long after, CancellationToken cancellationToken = default)
        => await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Gives a sign of life for trials that this participant runs. The runtime calls it three times per lease, for the first time a third of a lease after
    /// a trial began. By default nothing happens, and trials of participants on other machines that disappear are never taken over.
    /// </summary>
    /// <param name="trials">The numbers of all trials that it runs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual ValueTask KeepAliveAsync(IReadOnlyList<int> trials, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Finds the trials whose participants have ended or have given no sign of life for too long.</summary>
    /// <param name="trials">Trials that other participants run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The numbers of those that nobody runs any more. By default the trials of processes on this machine that have ended.</returns>
    public virtual ValueTask<IReadOnlyList<int>> FindAbandonedAsync(IReadOnlyList<RunningTrial> trials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return new([.. trials.Where(static trial => StudyParticipants.IsAlive(trial.Owner) == false).Select(static trial => trial.Number)]);
    }

    /// <summary>
    /// A state that <see cref="SaveSnapshotAsync"/> kept, from which reading can start. Called only where <see cref="KeepsSnapshots"/> is
    /// <see langword="true"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The latest snapshot; <see langword="null"/>, the default, when there is none.</returns>
    public virtual ValueTask<StudySnapshot?> LoadSnapshotAsync(CancellationToken cancellationToken = default) => new((StudySnapshot?)null);

    /// <summary>
    /// Keeps a state that the runtime wrote, in place of the one before; when two participants do so at once, either state may stay. Called only where
    /// <see cref="KeepsSnapshots"/> is <see langword="true"/>.
    /// </summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual ValueTask SaveSnapshotAsync(StudySnapshot snapshot, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Closes the log.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
