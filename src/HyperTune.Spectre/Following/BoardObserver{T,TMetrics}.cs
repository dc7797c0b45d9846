namespace HyperTune.Terminal.Following;

/// <summary>The same for a study with several metrics.</summary>
/// <param name="observer">Does it.</param>
internal sealed class BoardObserver<T, TMetrics>(BoardObserver<T> observer) : StudyObserver<T, TMetrics>
    where TMetrics : struct, IMetrics<TMetrics>
{
    public override ValueTask TrialStartedAsync(TrialRecord<T, TMetrics> trial, CancellationToken cancellationToken)
        => observer.TrialStartedAsync(trial.Inner, cancellationToken);

    public override ValueTask ReportedAsync(int trialNumber, TrialReport<TMetrics> report, CancellationToken cancellationToken)
        => observer.ReportedAsync(trialNumber, new TrialReport(report.Step, report.Value) { Kind = report.Kind }, cancellationToken);

    public override ValueTask TrialEndedAsync(TrialRecord<T, TMetrics> trial, bool isBest, CancellationToken cancellationToken)
        => observer.TrialEndedAsync(trial.Inner, isBest, cancellationToken);
}
