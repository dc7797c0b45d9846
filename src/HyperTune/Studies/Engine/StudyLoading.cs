using HyperTune.State;
using HyperTune.Storage.Payloads;

namespace HyperTune.Studies.Engine;

/// <summary>Reads all that is in a log: from its snapshot on, where it keeps one.</summary>
internal static class StudyLoading
{
    // Reading so many entries again costs more than a snapshot does.
    private const int MostEntriesWithoutSnapshot = 1000;

    /// <summary>Reads all that is in the log, and keeps a snapshot when much came after the last one.</summary>
    /// <param name="session">The session; it has read nothing yet.</param>
    /// <param name="savesSnapshot">Whether the log may be given a new snapshot.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask LoadAsync(StudySession session, bool savesSnapshot, CancellationToken cancellationToken)
    {
        if (!session.Log.KeepsSnapshots)
        {
            await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        StudySnapshot? snapshot = await session.Log.LoadSnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (snapshot is not null && !SnapshotPayload.IsReadable(snapshot.Payload))
        {
            snapshot = null;
        }
        else if (snapshot is not null)
        {
            session.Restore(snapshot);
        }

        session.BeginRecording();
        await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        List<StudyEvent> later = session.EndRecording();
        if (savesSnapshot && session.Version - (snapshot?.Version ?? 0) > MostEntriesWithoutSnapshot && !session.IsClosed)
        {
            byte[] payload = SnapshotPayload.Write(snapshot, later, session.State, session.Layouts);
            await session.Log.SaveSnapshotAsync(new StudySnapshot(session.Version, payload), cancellationToken).ConfigureAwait(false);
        }
    }
}
