using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Takes a trial that ended out of the study, or takes it back.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Reason">Why it is taken out; <see langword="null"/> to take it back.</param>
internal readonly record struct ExcludeTrial(int Number, string? Reason) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if ((uint)Number >= (uint)state.Trials.Count)
        {
            return new Decision(DecisionKind.Nothing, Number);
        }

        if (!TrialStates.IsEnd(state.Trials.StateOf(Number)))
        {
            return new Decision(DecisionKind.TrialOpen, Number);
        }

        state.Exclusions.IsOut(Number, state.Exclusions.Count, out string? reason);
        if (reason != Reason)
        {
            events.Add(new StudyEvent
            {
                Kind = Reason is null ? StudyEventKind.Included : StudyEventKind.Excluded,
                Trial = Number,
                Time = now,
                Reason = Reason,
            });
        }

        return Decision.Done(Number);
    }
}
