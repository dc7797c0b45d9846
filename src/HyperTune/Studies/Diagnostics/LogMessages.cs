using Microsoft.Extensions.Logging;

namespace HyperTune.Studies.Diagnostics;

/// <summary>What studies log.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "Study {Study} runs for {Budget}: strategy {Strategy}, pruner {Pruner}, seed {Seed}, {Parallelism} side by side.")]
    public static partial void RunStarted(
        this ILogger logger, string study, Budget budget, Strategy strategy, Pruner pruner, long seed, int parallelism);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Study {Study} stopped after {Duration}: {Reason}. {Trials} trials in all; the best observed is trial {BestObserved} with {Value}.")]
    public static partial void RunEnded(this ILogger logger, string study, TimeSpan duration, StopReason reason, int trials, int bestObserved, double value);

    [LoggerMessage(3, LogLevel.Warning, "Study {Study} stopped after {Duration}: {Reason}. None of its {Trials} trials completed.")]
    public static partial void RunEndedWithoutResult(this ILogger logger, string study, TimeSpan duration, StopReason reason, int trials);

    [LoggerMessage(4, LogLevel.Debug, "Trial {Trial} of study {Study} {State} with {Value} after {Duration}.")]
    public static partial void TrialEnded(this ILogger logger, int trial, string study, string state, double value, TimeSpan duration);

    [LoggerMessage(5, LogLevel.Warning, "Trial {Trial} of study {Study} failed after {Duration}: {Reason}")]
    public static partial void TrialFailed(this ILogger logger, Exception? exception, int trial, string study, TimeSpan duration, string reason);

    [LoggerMessage(6, LogLevel.Debug, "Trial {Trial} of study {Study} reported step {Step} again; the first report is kept.")]
    public static partial void ReportIgnored(this ILogger logger, int trial, string study, int step);

    [LoggerMessage(7, LogLevel.Information, "Study {Study}: {Explanation}")]
    public static partial void StrategyExplained(this ILogger logger, string study, string explanation);

    [LoggerMessage(8, LogLevel.Warning, "The outcome of trial {Trial} of study {Study} came too late and is not kept: another process has ended the trial.")]
    public static partial void TrialLost(this ILogger logger, int trial, string study);

    [LoggerMessage(9, LogLevel.Warning, "Trial {Trial} of study {Study} was interrupted: the process that ran it has ended. The trial is {State} now.")]
    public static partial void TrialInterrupted(this ILogger logger, int trial, string study, string state);

    [LoggerMessage(10, LogLevel.Warning, "The sign of life for study {Study} could not be written; it is tried again.")]
    public static partial void HeartbeatFailed(this ILogger logger, Exception exception, string study);

    [LoggerMessage(11, LogLevel.Information, "Trial {Trial} of study {Study} was cancelled and waits to be run again.")]
    public static partial void TrialReleased(this ILogger logger, int trial, string study);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "Trial {Trial} of study {Study} was cancelled, and the storage could not be told so in time: the trial waits to be run again when its lease is over.")]
    public static partial void TrialNotReleased(this ILogger logger, int trial, string study);

    [LoggerMessage(14, LogLevel.Warning, "An attempt at trial {Trial} of study {Study} failed, and the trial is run again in {Wait}: {Reason}")]
    public static partial void TrialRetried(this ILogger logger, Exception? exception, int trial, string study, TimeSpan wait, string reason);

    [LoggerMessage(15, LogLevel.Warning, "What other processes did in study {Study} could not be read for its observers; it is tried again.")]
    public static partial void WatchFailed(this ILogger logger, Exception exception, string study);

    [LoggerMessage(
        18,
        LogLevel.Warning,
        "Study {Study} is new in {Storage}, which has {Near}. Where such a name is meant, StudyOptions.Open = Open.Existing would have said so.")]
    public static partial void StudyIsNew(this ILogger logger, string study, string storage, string near);

    [LoggerMessage(13, LogLevel.Error, "The outcome of trial {Trial} of study {Study} could not be stored: {State}, {Values}.")]
    public static partial void OutcomeNotStored(this ILogger logger, Exception exception, int trial, string study, string state, string values);

    [LoggerMessage(14, LogLevel.Warning, "Something that trial {Trial} of study {Study} saved and that is wanted no more could not be deleted: {Key}.")]
    public static partial void FileNotDeleted(this ILogger logger, Exception exception, int trial, string study, string key);

    [LoggerMessage(15, LogLevel.Warning, "What trials of study {Study} saved that are not among the best could not be given up; it is tried again when the next trial ends.")]
    public static partial void FilesNotDropped(this ILogger logger, Exception exception, string study);

    [LoggerMessage(16, LogLevel.Warning, "It could not be seen what earlier processes of study {Study} left half done among its artifacts.")]
    public static partial void FilesNotSwept(this ILogger logger, Exception exception, string study);

    [LoggerMessage(
        19,
        LogLevel.Warning,
        "The objective of trial {Trial} of study {Study} was abandoned: it had not ended long after its time was over. It may go on in the background, and what it does counts for nothing.")]
    public static partial void ObjectiveAbandoned(this ILogger logger, int trial, string study);

    [LoggerMessage(20, LogLevel.Warning, "The abandoned objective of trial {Trial} of study {Study} has ended, with {Outcome}, which is not kept.")]
    public static partial void AbandonedObjectiveEnded(this ILogger logger, Exception? exception, int trial, string study, string outcome);

    [LoggerMessage(21, LogLevel.Information, "Study {Study}: {Verdict}")]
    public static partial void StoppingJudged(this ILogger logger, string study, StoppingVerdict verdict);

    [LoggerMessage(17, LogLevel.Information, "Study {Study} goes on within the part of its search space that it was narrowed to: {Space}.")]
    public static partial void SpaceNarrowed(this ILogger logger, string study, string space);

    [LoggerMessage(
        20,
        LogLevel.Warning,
        "The hold-out {HoldOut} of study {Study} is opened for the {Count}. time: what was chosen since the first one may be fitted to it, and its score may flatter.")]
    public static partial void HoldOutOpenedAgain(this ILogger logger, string holdOut, string study, int count);

    [LoggerMessage(22, LogLevel.Warning, "What study {Study} found out could not be written for the compiler, to {Path}.")]
    public static partial void HintsNotWritten(this ILogger logger, Exception exception, string study, string path);
}
