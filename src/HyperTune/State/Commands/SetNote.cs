namespace HyperTune.State.Commands;

/// <summary>Writes or removes a note of the study.</summary>
/// <param name="Name">The note's name.</param>
/// <param name="Text">What it is to say; <see langword="null"/> to remove it.</param>
internal readonly record struct SetNote(string Name, string? Text) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (state.Notes.GetValueOrDefault(Name) == Text)
        {
            return new Decision(DecisionKind.Nothing);
        }

        events.Add(new StudyEvent { Kind = StudyEventKind.Noted, Time = now, Note = new StudyNote(Name, Text) });
        return Decision.Done(0);
    }
}
