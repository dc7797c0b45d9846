using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;
using Microsoft.Extensions.Logging;

namespace HyperTune.Storage.Journal;

/// <summary>A change to the studies of a journal. The whole file is read for it, so that nothing is appended to one that is damaged.</summary>
/// <param name="author">The author of the records.</param>
/// <param name="logger">Where to say that the file was repaired.</param>
/// <param name="write">Looks at the studies and writes records, or none.</param>
internal sealed class JournalStudyWork(string author, ILogger logger, Action<JournalReplay, JournalRecordWriter> write) : JournalWork
{
    protected override bool TryRun(JournalCommitter committer)
    {
        var replay = new JournalReplay();
        var reader = new JournalReader(new JournalInterner(), replay);
        var lines = new JournalLines(committer.Medium);
        lines.ReadInto(reader);
        lines.RepairTail(reader, logger);
        var writer = new JournalRecordWriter { WorkerId = author, TimeStyle = replay.TimeStyle ?? committer.NewFileTimeStyle };
        write(replay, writer);
        return writer.Length == 0 || TryAppend(committer, lines, writer.Written);
    }
}
