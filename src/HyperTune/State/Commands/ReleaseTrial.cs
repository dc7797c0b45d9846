namespace HyperTune.State.Commands;

/// <summary>Lets a trial of this process wait until somebody takes it over, because its run was cancelled.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Owner">The process that runs it; <see langword="null"/> where there is only one.</param>
internal readonly record struct ReleaseTrial(int Number, string? Owner) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        // Another process may have settled it, because this one gave no sign of life for too long.
        if (!state.IsRunBy(Owner, Number))
        {
            return new Decision(DecisionKind.Nothing, Number);
        }

        events.Add(new StudyEvent { Kind = StudyEventKind.Released, Trial = Number, Time = now });
        return Decision.Done(Number);
    }
}
