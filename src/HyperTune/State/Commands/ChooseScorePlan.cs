namespace HyperTune.State.Commands;

/// <summary>Notes over what instances the study scores its configs, unless that is noted already.</summary>
/// <param name="Plan">What this process would have them.</param>
internal readonly record struct ChooseScorePlan(ScorePlan Plan) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (!state.Notes.ContainsKey(ScorePlan.NoteName))
        {
            events.Add(new StudyEvent { Kind = StudyEventKind.Noted, Time = now, Note = new StudyNote(ScorePlan.NoteName, Plan.Text) });
        }

        return Decision.Done(0);
    }
}
