namespace HyperTune.State.Commands;

/// <summary>
/// Takes over a trial that nobody runs: one that this worker was running when its last process ended, else one that is to be tried again after a failure,
/// else the first that waits.
/// </summary>
/// <param name="Left">The trials that this worker left running, with the process that ran them; they cost no budget.</param>
/// <param name="TrialBudget">How many trials of the study may have started in all; <see langword="null"/> for no limit.</param>
/// <param name="Owner">The process that runs it from now on; <see langword="null"/> where there is only one.</param>
/// <param name="Worker">The name of that process.</param>
internal readonly record struct TakeTrial(
    IReadOnlyList<KeyValuePair<int, TrialOwner>> Left,
    int? TrialBudget,
    string? Owner,
    string? Worker) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        foreach ((int number, TrialOwner owner) in Left)
        {
            if (state.Owners.TryGetValue(number, out TrialOwner running) && running == owner)
            {
                events.Add(new StudyEvent { Kind = StudyEventKind.Released, Trial = number, Time = now });
                return Take(number, now, events);
            }
        }

        // A retry costs no budget: the trial counts as started all the time.
        if (state.Attempts.FirstDue(now) is >= 0 and var due)
        {
            return Take(due, now, events);
        }

        int waiting = state.FirstWaiting;
        return waiting < 0 ? new Decision(DecisionKind.Nothing)
            : state.Trials.StartedCount >= TrialBudget ? new Decision(DecisionKind.BudgetSpent)
            : Take(waiting, now, events);
    }

    private Decision Take(int number, DateTime now, List<StudyEvent> events)
    {
        events.Add(new StudyEvent { Kind = StudyEventKind.Taken, Trial = number, Time = now, Owner = Owner, Worker = Worker });
        return Decision.Done(number);
    }
}
