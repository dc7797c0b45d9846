using System.Globalization;

namespace HyperTune.State.Commands;

/// <summary>Settles a trial whose process has ended: it waits to be run again or, interrupted too often, fails.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Owner">The process that ended.</param>
/// <param name="Retries">How many interruptions a trial may have before it fails.</param>
internal readonly record struct ExpireTrial(int Number, string Owner, int Retries) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (!state.Owners.TryGetValue(Number, out TrialOwner running) || running.Owner != Owner)
        {
            return new Decision(DecisionKind.Nothing, Number);
        }

        int count = state.Attempts.Interruptions(Number) + 1;
        events.Add(new StudyEvent { Kind = StudyEventKind.Expired, Trial = Number, Time = now, Interruptions = count });
        if (count > Retries)
        {
            string times = count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");
            StoredOutcome outcome = StoredOutcome.Failed($"Its process ended {times} while it ran.", cause: FailureCause.Interrupted);
            events.Add(new StudyEvent { Kind = StudyEventKind.Ended, Trial = Number, Time = now, Outcome = outcome });
        }

        return Decision.Done(Number);
    }
}
