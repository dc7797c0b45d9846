using HyperTune.State.Files;

namespace HyperTune.State.Commands;

/// <summary>Lets a trial have no files any more, if it is not among the best.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Best">How many of the best trials keep theirs.</param>
internal readonly record struct DropFiles(int Number, int Best) : IStudyCommand
{
    public static bool Commutes => false;

    // The bytes go right after it: a log that forgot it would miss them.
    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (!KeptFiles.MayGo(state, Number, Best))
        {
            return new Decision(DecisionKind.Nothing, Number);
        }

        events.Add(new StudyEvent { Kind = StudyEventKind.FilesDropped, Trial = Number, Time = now });
        return Decision.Done(Number);
    }
}
