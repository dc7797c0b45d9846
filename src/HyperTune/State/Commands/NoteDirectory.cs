using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Notes that a running trial is to have a directory, unless it has one.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Owner">The process that runs the trial; <see langword="null"/> where there is only one.</param>
internal readonly record struct NoteDirectory(int Number, string? Owner) : IStudyCommand
{
    public static bool Commutes => true;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (!state.IsRunBy(Owner, Number))
        {
            return new Decision(TrialStates.IsEnd(state.Trials.StateOf(Number)) ? DecisionKind.TrialEnded : DecisionKind.TrialElsewhere, Number);
        }

        if (!state.Files.Of(Number).HasDirectory)
        {
            events.Add(new StudyEvent { Kind = StudyEventKind.DirectoryCreated, Trial = Number, Time = now, Owner = Owner });
        }

        return Decision.Done(Number);
    }
}
