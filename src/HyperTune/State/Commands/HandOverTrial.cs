using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Gives a trial to a process, or to nobody, as it is: what was reported stays. One that waits starts anew.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Owner">The process that looks after it from now on; <see langword="null"/> for nobody, or where there is only one process.</param>
/// <param name="Worker">The name of that process.</param>
internal readonly record struct HandOverTrial(int Number, string? Owner, string? Worker) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if ((uint)Number >= (uint)state.Trials.Count)
        {
            return new Decision(DecisionKind.Nothing, Number);
        }

        TrialState current = state.Trials.StateOf(Number);
        if (TrialStates.IsEnd(current))
        {
            return new Decision(DecisionKind.TrialEnded, Number);
        }

        events.Add(new StudyEvent
        {
            Kind = current == TrialState.Waiting ? StudyEventKind.Taken : StudyEventKind.HandedOver,
            Trial = Number,
            Time = now,
            Owner = Owner,
            Worker = Worker,
        });
        return Decision.Done(Number);
    }
}
