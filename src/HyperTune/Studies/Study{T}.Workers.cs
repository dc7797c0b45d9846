using System.Diagnostics;

namespace HyperTune;

public sealed partial class Study<T>
{
    private void Work(StudyRun run, Func<T, Trial<T>, TrialOutcome> objective, CancellationToken cancellationToken)
    {
        try
        {
            while (TryStartUnlessCancelled(run, cancellationToken) is { } trial)
            {
                using Activity? activity = StudyActivities.StartTrial(Name, trial.Number);
                TrialOutcome outcome = default;
                Exception? exception = null;
                try
                {
                    outcome = objective(trial.Config, trial);
                }
                catch (Exception thrown)
                {
                    exception = thrown;
                }

                StudyActivities.EndTrial(activity, End(run, trial, outcome, exception, cancellationToken));
            }
        }
        catch
        {
            _engine.Stop(run, StopReason.Faulted);
            throw;
        }
    }

    private async Task WorkAsync(
        StudyRun run, Func<T, Trial<T>, CancellationToken, Task<TrialOutcome>> objective, CancellationToken cancellationToken)
    {
        try
        {
            while (TryStartUnlessCancelled(run, cancellationToken) is { } trial)
            {
                using Activity? activity = StudyActivities.StartTrial(Name, trial.Number);
                TrialOutcome outcome = default;
                Exception? exception = null;
                try
                {
                    outcome = await objective(trial.Config, trial, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception thrown)
                {
                    exception = thrown;
                }

                StudyActivities.EndTrial(activity, End(run, trial, outcome, exception, cancellationToken));
            }
        }
        catch
        {
            _engine.Stop(run, StopReason.Faulted);
            throw;
        }
    }

    private Trial<T>? TryStartUnlessCancelled(StudyRun run, CancellationToken cancellationToken)
    {
        try
        {
            return TryStart(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _engine.Stop(run, StopReason.Cancelled);
            return null;
        }
    }

    private TrialEnd End(StudyRun run, Trial<T> trial, TrialOutcome outcome, Exception? exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            return _engine.Cancel(run, trial.Number, exception);
        }

        if (exception is not null && TrialPrunedException.Ends(trial, exception))
        {
            outcome = TrialOutcome.Pruned;
            exception = null;
        }
        else if (exception is not null)
        {
            outcome = TrialOutcome.Failed($"{exception.GetType().Name}: {exception.Message}");
        }

        return _engine.Finish(run, trial.Number, in outcome, exception);
    }
}
