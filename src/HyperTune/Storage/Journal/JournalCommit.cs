using HyperTune.State;

namespace HyperTune.Storage.Journal;

/// <summary>A change to a study that is decided with all that is in the file.</summary>
internal sealed class JournalCommit(JournalStudyFile file, StudyChange change) : JournalWork
{
    protected override bool TryRun(JournalCommitter committer)
    {
        file.Cursor.CatchUp(change.Version, change.Reader, repairs: file.Logger);
        _ = file.Study;
        IReadOnlyList<StudyEvent> events = change.DecideEvents();
        if (events.Count == 0)
        {
            return true;
        }

        if (!file.TryAppend(this, events, out List<StudyEvent> written))
        {
            return false;
        }

        Accept(file.Cursor.Version + written.Count, written);
        return true;
    }

    // The records are in the file, whatever whoever hears of them throws; then they are read again, and what is known already is passed over.
    private void Accept(long version, List<StudyEvent> written)
    {
        JournalCursor cursor = file.Cursor;
        try
        {
            if (change.TryAccept(version))
            {
                cursor.NoteKnown(version);
            }
            else
            {
                // The format knows smaller events than the one that was decided.
                cursor.HandOver(written, change.Reader);
            }
        }
        catch
        {
            cursor.Break();
            throw;
        }
    }
}
