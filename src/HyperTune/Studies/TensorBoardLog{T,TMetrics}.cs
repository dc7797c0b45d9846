using HyperTune.Studies.Export.TensorBoard;

namespace HyperTune;

/// <summary>
/// Writes a study with several metrics for TensorBoard's HParams dashboard while it runs, as <see cref="TensorBoardLog{T}"/> does, with a column for each metric; the
/// curve <c>progress</c> is that of the metric that the study's pruner judges.
/// </summary>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type of the metrics.</typeparam>
public sealed class TensorBoardLog<T, TMetrics> : StudyObserver<T, TMetrics>, IDisposable
    where TMetrics : struct, IMetrics<TMetrics>
{
    private readonly TensorBoardDirectory _directory;

    /// <inheritdoc cref="TensorBoardLog{T}(string, TimeProvider)"/>
    public TensorBoardLog(string directory, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _directory = new TensorBoardDirectory(directory, TMetrics.Metrics, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public override ValueTask TrialStartedAsync(TrialRecord<T, TMetrics> trial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _directory.Start(trial.Inner);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask ReportedAsync(int trialNumber, TrialReport<TMetrics> report, CancellationToken cancellationToken)
    {
        _directory.Report(trialNumber, new TrialReport(report.Step, report.Value) { Kind = report.Kind });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask TrialEndedAsync(TrialRecord<T, TMetrics> trial, bool isBest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _directory.End(trial.Inner);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc cref="TensorBoardLog{T}.Dispose"/>
    public void Dispose() => _directory.Dispose();
}
