namespace HyperTune.Storage.Journal;

/// <summary>A sign of life for trials that run.</summary>
internal sealed class JournalRenewal(JournalStudyFile file, IReadOnlyList<int> trials) : JournalWork
{
    protected override bool TryRun(JournalCommitter committer)
    {
        file.Cursor.CatchUp(file.Cursor.HandedOver, receiver: null, repairs: file.Logger);
        return file.TryRenew(this, trials);
    }
}
