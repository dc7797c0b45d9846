using HyperTune.Studies.Diagnostics;
using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Ends a trial, if nobody has ended it before.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Outcome">How it ended; the value of a pruned trial follows from its reports.</param>
internal readonly record struct EndTrial(int Number, StoredOutcome Outcome) : IStudyCommand
{
    public static bool Commutes => true;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        // A trial that waits again was given up for dead by another process, which was wrong.
        if (TrialStates.IsEnd(state.Trials.Entry(Number).State))
        {
            return new Decision(DecisionKind.TrialEnded, Number);
        }

        StoredOutcome outcome = Outcome.State == TrialState.Pruned ? Outcome with { Values = state.Reports.ValuesOfPruned(Number) } : Outcome;
        events.Add(new StudyEvent { Kind = StudyEventKind.Ended, Trial = Number, Time = now, Outcome = outcome });
        return Decision.Done(Number);
    }
}
