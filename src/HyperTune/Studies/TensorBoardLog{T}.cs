using HyperTune.Metrics;
using HyperTune.Studies.Export.TensorBoard;

namespace HyperTune;

/// <summary>
/// Writes a study for TensorBoard's HParams dashboard while it runs: <c>study.Observe(new TensorBoardLog&lt;Config&gt;("logs"))</c>, and
/// <c>tensorboard --logdir logs</c> beside it. <see cref="StudyResult{T}.ExportTensorBoard"/> writes the same of a study that has ended.
/// </summary>
/// <remarks>
/// Each attempt at a trial is a session with its config, its reports as the curve <c>progress</c> (those of instances as <c>instances</c>) and, once it has completed,
/// its value as <c>value</c>; a pruned one has no value. The dashboard knows the ranges and descriptions of the search space. Values are single precision there.
/// </remarks>
/// <typeparam name="T">The config type.</typeparam>
public sealed class TensorBoardLog<T> : StudyObserver<T>, IDisposable
{
    private readonly TensorBoardDirectory _directory;

    /// <summary>Writes to a directory.</summary>
    /// <param name="directory">A directory for this study alone, which is created; a study that is continued adds to it.</param>
    /// <param name="timeProvider">The clock for reports; <see langword="null"/> for that of the system.</param>
    /// <exception cref="ArgumentException">The directory's name is empty.</exception>
    public TensorBoardLog(string directory, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _directory = new TensorBoardDirectory(directory, SingleObjective.Minimize, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public override ValueTask TrialStartedAsync(TrialRecord<T> trial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _directory.Start(trial);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask ReportedAsync(int trialNumber, TrialReport report, CancellationToken cancellationToken)
    {
        _directory.Report(trialNumber, report);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask TrialEndedAsync(TrialRecord<T> trial, bool isBest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _directory.End(trial);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the files of trials that are still running.</summary>
    public void Dispose() => _directory.Dispose();
}
