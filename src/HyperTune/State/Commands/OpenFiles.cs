namespace HyperTune.State.Commands;

/// <summary>Settles what the keys of the study's files begin with, unless somebody has done so before.</summary>
/// <param name="Scope">The beginning.</param>
internal readonly record struct OpenFiles(string Scope) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (state.Files.Scope is null)
        {
            events.Add(new StudyEvent { Kind = StudyEventKind.FilesOpened, Time = now, Scope = Scope });
        }

        return Decision.Done(0);
    }
}
