using HyperTune.Studies.Engine;

namespace HyperTune.Studies;

/// <summary>An observer at a study with several metrics, with records and results of the study's types.</summary>
internal sealed class ObserverQueue<T, TMetrics>(
    Study<T> study, TMetrics? reference, StudyObserver<T, TMetrics> observer, StudyObservers observers, ObserverOptions options)
    : ObserverQueue(observers, options)
    where TMetrics : struct, IMetrics<TMetrics>
{
    protected override ValueTask TellAsync(in Observed observed, CancellationToken cancellationToken) => observed.Kind switch
    {
        ObservedKind.TrialStarted => observer.TrialStartedAsync(
            new TrialRecord<T, TMetrics>(study.Typed(observed.Trial!)), cancellationToken),
        ObservedKind.Reported => observer.ReportedAsync(
            observed.Number, TrialRecord<T, TMetrics>.Typed(observed.Report, observed.Metrics), cancellationToken),
        ObservedKind.TrialEnded => observer.TrialEndedAsync(
            new TrialRecord<T, TMetrics>(study.Typed(observed.Trial!)), observed.IsBest, cancellationToken),
        ObservedKind.RunEnded => observer.RunEndedAsync(
            new StudyResult<T, TMetrics>(new StudyResult<T>(study, observed.Moment!), reference), cancellationToken),
        _ => ValueTask.CompletedTask,
    };
}
