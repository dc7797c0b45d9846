namespace HyperTune.State.Commands;

/// <summary>Lets trials that failed wait to be run again under their numbers; those that are in another state by now are left as they are.</summary>
/// <param name="Numbers">The trials.</param>
internal readonly record struct ReopenTrials(IReadOnlyList<int> Numbers) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    /// <returns>How many trials wait again.</returns>
    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        foreach (int number in Numbers)
        {
            if (state.Trials.StateOf(number) == TrialState.Failed && !state.Trials.Entry(number).Is(TrialFlags.IsExcluded))
            {
                events.Add(new StudyEvent { Kind = StudyEventKind.Reopened, Trial = number, Time = now });
            }
        }

        return Decision.Done(events.Count);
    }
}
