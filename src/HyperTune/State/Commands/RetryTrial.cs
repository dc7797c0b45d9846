namespace HyperTune.State.Commands;

/// <summary>Lets a trial of this process wait for another attempt, because this one failed.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Failed">How the attempt failed.</param>
/// <param name="Wait">How long the trial waits.</param>
/// <param name="Owner">The process that runs it; <see langword="null"/> where there is only one.</param>
internal readonly record struct RetryTrial(int Number, StoredOutcome Failed, TimeSpan Wait, string? Owner) : IStudyCommand
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

        DateTime due = Wait < DateTime.MaxValue - now ? now + Wait : DateTime.MaxValue;
        events.Add(new StudyEvent { Kind = StudyEventKind.Retried, Trial = Number, Time = now, Outcome = Failed, Due = due });
        return Decision.Done(Number);
    }
}
