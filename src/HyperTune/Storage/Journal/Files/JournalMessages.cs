using Microsoft.Extensions.Logging;

namespace HyperTune.Storage.Journal.Files;

/// <summary>What journals log.</summary>
internal static partial class JournalMessages
{
    [LoggerMessage(101, LogLevel.Warning, "Journal {Path} has not been free for {Elapsed}, and is waited for. {Holder}")]
    public static partial void JournalNotFree(this ILogger logger, string path, TimeSpan elapsed, string holder);

    [LoggerMessage(102, LogLevel.Warning, "Journal {Path}: the {Length} bytes behind line {Line} are a record that was never finished, and were cut off.")]
    public static partial void TornRecordCut(this ILogger logger, string path, int line, long length);

    [LoggerMessage(103, LogLevel.Warning, "Journal {Path}: the {Length} bytes behind line {Line} are a change that was never finished, and were cut off.")]
    public static partial void UnfinishedChangeCut(this ILogger logger, string path, int line, long length);

    /// <summary>Says what was cut off.</summary>
    public static void TailCut(this ILogger logger, string path, int line, long length, bool isChange)
    {
        if (isChange)
        {
            logger.UnfinishedChangeCut(path, line, length);
        }
        else
        {
            logger.TornRecordCut(path, line, length);
        }
    }
}
