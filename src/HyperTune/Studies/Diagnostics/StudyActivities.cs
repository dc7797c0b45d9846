using System.Diagnostics;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Studies.Diagnostics;

/// <summary>The activities of runs and trials. Nothing happens where nobody listens.</summary>
internal static class StudyActivities
{
    private static readonly ActivitySource Source = new(HyperTuneTelemetry.ActivitySourceName);

    public static Activity? StartRun(string study, StudyOptions options, long seed)
    {
        Activity? activity = Source.StartActivity("hypertune.study");
        return activity?
            .SetTag("hypertune.study.name", study)
            .SetTag("hypertune.study.strategy", options.Strategy.ToString())
            .SetTag("hypertune.study.seed", NumberFormat.Invariant(seed))
            .SetTag("hypertune.study.parallelism", options.Parallelism);
    }

    public static void EndRun(Activity? activity, StopReason reason) => activity?.SetTag("hypertune.study.stop_reason", reason.ToString());

    public static Activity? StartTrial(string study, int number)
    {
        Activity? activity = Source.StartActivity("hypertune.trial");
        return activity?.SetTag("hypertune.study.name", study).SetTag("hypertune.trial.number", number);
    }

    public static void EndTrial(Activity? activity, TrialState state) => activity?.SetTag("hypertune.trial.state", TrialStates.Word(state));

    public static void EndTrial(Activity? activity, StoredOutcome outcome)
    {
        if (activity is null)
        {
            return;
        }

        EndTrial(activity, outcome.State);
        if (outcome.Values is [var value, ..] && !double.IsNaN(value))
        {
            activity.SetTag("hypertune.trial.value", value);
        }

        if (outcome.State == TrialState.Failed)
        {
            activity.SetStatus(ActivityStatusCode.Error, outcome.Reason);
            if (outcome.Exception is not null)
            {
                activity.AddException(outcome.Exception);
            }
        }
    }
}
