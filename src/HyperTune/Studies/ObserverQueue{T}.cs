using HyperTune.Studies.Engine;

namespace HyperTune.Studies;

/// <summary>An observer at a study, with records and results of the study's types.</summary>
internal sealed class ObserverQueue<T>(Study<T> study, StudyObserver<T> observer, StudyObservers observers, ObserverOptions options)
    : ObserverQueue(observers, options)
{
    protected override ValueTask TellAsync(in Observed observed, CancellationToken cancellationToken) => observed.Kind switch
    {
        ObservedKind.TrialStarted => observer.TrialStartedAsync(study.Typed(observed.Trial!), cancellationToken),
        ObservedKind.Reported => observer.ReportedAsync(observed.Number, observed.Report, cancellationToken),
        ObservedKind.TrialEnded => observer.TrialEndedAsync(study.Typed(observed.Trial!), observed.IsBest, cancellationToken),
        ObservedKind.RunEnded => observer.RunEndedAsync(new StudyResult<T>(study, observed.Moment!), cancellationToken),
        _ => ValueTask.CompletedTask,
    };
}
