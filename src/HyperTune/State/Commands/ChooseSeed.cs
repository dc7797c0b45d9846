namespace HyperTune.State.Commands;

/// <summary>Gives a seed to a study that another program created without one.</summary>
/// <param name="Seed">The seed.</param>
internal readonly record struct ChooseSeed(long Seed) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (state.ChosenSeed is null)
        {
            events.Add(new StudyEvent { Kind = StudyEventKind.SeedChosen, Time = now, Seed = Seed });
        }

        return Decision.Done(0);
    }
}
