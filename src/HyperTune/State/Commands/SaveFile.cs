using HyperTune.State.Files;
using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Notes a file that a running trial has saved; its bytes are where they belong already.</summary>
/// <param name="Number">The trial.</param>
/// <param name="File">The file.</param>
/// <param name="Owner">The process that runs the trial; <see langword="null"/> where there is only one.</param>
internal readonly record struct SaveFile(int Number, StoredFile File, string? Owner) : IStudyCommand
{
    public static bool Commutes => true;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (!state.IsRunBy(Owner, Number))
        {
            return new Decision(TrialStates.IsEnd(state.Trials.StateOf(Number)) ? DecisionKind.TrialEnded : DecisionKind.TrialElsewhere, Number);
        }

        events.Add(new StudyEvent { Kind = StudyEventKind.FileSaved, Trial = Number, Time = now, File = File, Owner = Owner });
        return Decision.Done(Number);
    }
}
