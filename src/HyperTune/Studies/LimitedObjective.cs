using HyperTune.State;
using HyperTune.Studies.Diagnostics;
using Microsoft.Extensions.Logging;

namespace HyperTune.Studies;

/// <summary>Calls objectives that have only so much time (<see cref="StudyOptions.TrialTimeLimit"/>), and leaves behind those that do not end.</summary>
internal static class LimitedObjective
{
    /// <summary>Calls an objective.</summary>
    /// <param name="limit">The time it has.</param>
    /// <param name="abandonment">Set where it is given up.</param>
    /// <param name="start">Starts it on a thread that may be left to it.</param>
    /// <param name="late">Told of what an objective that was given up came to.</param>
    public static async Task<AttemptEnd> CallAsync(TrialLimit limit, TrialAbandonment abandonment, Func<Task<StoredOutcome>> start, Action<AttemptEnd> late)
    {
        Task<StoredOutcome> objective = start();
        if (!await limit.WaitAsync(objective).ConfigureAwait(false))
        {
            abandonment.Set();
            _ = objective.ContinueWith(
                ended =>
                {
                    limit.Dispose();
                    late(EndOf(ended));
                },
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return new AttemptEnd(null, null, StoredOutcome.Failed(limit.ReasonOfAbandoned, cause: FailureCause.TimedOut));
        }

        AttemptEnd end = EndOf(objective);

        // Whatever an objective throws that was asked to end follows from that: libraries turn a cancelled token into exceptions of their own.
        bool isOverrun = end.Exception is not (null or TrialPrunedException) && limit.IsOver;
        limit.Dispose();
        return isOverrun ? end with { Overrun = StoredOutcome.Failed(limit.Reason, end.Exception, FailureCause.TimedOut) } : end;
    }

    /// <summary>Says in the log what came of an objective that was given up.</summary>
    public static void LogLate(ILogger logger, string study, int number, AttemptEnd end)
    {
        string text = end.Outcome is not { } outcome ? "an exception"
            : outcome.Values.Length > 0 ? string.Join(", ", outcome.Values.Select(Text.NumberFormat.Invariant))
            : Trials.TrialStates.Word(outcome.State);
        logger.AbandonedObjectiveEnded(end.Exception, number, study, text);
    }

    private static AttemptEnd EndOf(Task<StoredOutcome> objective)
    {
        try
        {
            return new AttemptEnd(objective.GetAwaiter().GetResult(), null);
        }
        catch (Exception thrown)
        {
            return new AttemptEnd(null, thrown);
        }
    }
}
