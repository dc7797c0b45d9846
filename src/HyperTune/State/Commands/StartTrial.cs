namespace HyperTune.State.Commands;

/// <summary>Starts a new trial, if its number is still the next one.</summary>
/// <param name="Number">The number that the vector was suggested for.</param>
/// <param name="Vector">The suggestion.</param>
/// <param name="TrialBudget">How many trials of the study may have started in all; <see langword="null"/> for no limit.</param>
/// <param name="Owner">The process that runs it; <see langword="null"/> where there is only one.</param>
/// <param name="Worker">The name of that process.</param>
internal readonly record struct StartTrial(int Number, ReadOnlyMemory<double> Vector, int? TrialBudget, string? Owner, string? Worker) : IStudyCommand
{
    /// <summary>The trial from whose checkpoint it goes on; <see langword="null"/> for none.</summary>
    public int? Parent { get; init; }

    public static bool Commutes => false;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (state.Trials.Count != Number)
        {
            return new Decision(DecisionKind.Retry);
        }

        if (state.Trials.StartedCount >= TrialBudget)
        {
            return new Decision(DecisionKind.BudgetSpent);
        }

        var started = new StudyEvent
        {
            Kind = StudyEventKind.Started,
            Trial = Number,
            Time = now,
            Point = new TrialPoint(state.OwnLayout, Vector),
            Owner = Owner,
            Worker = Worker,
        };
        events.Add(Parent is null ? started : started with { Parent = Parent });
        return Decision.Done(Number);
    }
}
