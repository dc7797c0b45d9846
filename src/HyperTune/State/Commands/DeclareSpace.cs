namespace HyperTune.State.Commands;

/// <summary>Notes the search space of now, if the study was run with another one.</summary>
/// <param name="Before">The layout that the study had when it was opened; <see langword="null"/> for none.</param>
internal readonly record struct DeclareSpace(PointLayout? Before) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (state.DeclaredLayout != Before)
        {
            return new Decision(DecisionKind.Retry);
        }

        if (Before?.IsSameAs(state.OwnLayout) != true)
        {
            events.Add(new StudyEvent { Kind = StudyEventKind.SpaceChanged, Time = now, Layout = state.OwnLayout });
        }

        return Decision.Done(0);
    }
}
