using HyperTune.Studies.Diagnostics;
using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Gives a running trial a whole vector, because some of its parameters were open.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Vector">The vector; the values that the trial had are in it.</param>
internal readonly record struct AssignValues(int Number, ReadOnlyMemory<double> Vector) : IStudyCommand
{
    public static bool Commutes => true;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (TrialStates.IsEnd(state.Trials.Entry(Number).State))
        {
            return new Decision(DecisionKind.TrialEnded, Number);
        }

        events.Add(new StudyEvent { Kind = StudyEventKind.Assigned, Trial = Number, Time = now, Point = new TrialPoint(state.OwnLayout, Vector) });
        return Decision.Done(Number);
    }
}
