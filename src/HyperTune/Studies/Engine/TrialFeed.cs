using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>What happened, for those who learn from it: pruner and strategy. The session's gate guards it.</summary>
internal abstract class TrialFeed(TrialTable trials, Metric reported) : IStudyFollower
{
    // By trial. They follow from the order of reports and ends in the log, as all else here does, so that every process that reads it has the same.
    private readonly Dictionary<int, double[]> _predicted = [];

    protected TrialTable Trials => trials;

    /// <summary>The metric that trials report.</summary>
    protected Metric Reported => reported;

    /// <summary>How often all that was told has been taken back, so that the strategy has to start anew.</summary>
    public int Restarts { get; protected set; }

    /// <summary>Takes what the strategy is to be told before a suggestion; trials that it may not learn from are left out.</summary>
    /// <param name="entries">Receives it.</param>
    /// <param name="announced">The trial that the strategy was told of at once, when it started.</param>
    /// <param name="next">The number of the trial that is to start.</param>
    /// <returns>The number of a trial that has to end first; -1 for none.</returns>
    public abstract int Take(List<FeedEntry> entries, int announced, int next);

    /// <summary>Gives all that was taken before once more, for a strategy that starts later than another.</summary>
    /// <param name="entries">Receives it, in the order of the trials' numbers.</param>
    /// <param name="announced">The trial that the strategies were told of at once, when it started.</param>
    public abstract void Repeat(List<FeedEntry> entries, int announced);

    /// <summary>What the pruner says about a running trial.</summary>
    public abstract bool ShouldPrune(int number);

    public abstract void Follow(in StudyEvent happened);

    /// <summary>What the pruner says about what it did; <see langword="null"/> for nothing.</summary>
    public abstract string? ExplainPruner();

    /// <summary>Whether a loss, smaller is better, has been reached by what counts so far.</summary>
    public abstract bool HasReached(double loss);

    /// <summary>How many trials of this study have completed by what counts so far.</summary>
    public abstract int CompletedCount { get; }

    /// <summary>What the trials of this study have cost by what counts so far.</summary>
    public abstract double Cost { get; }

    /// <summary>How many ends count so far.</summary>
    /// <param name="isOver">Whether no trial is to be started any more, so that all count whose places in the order are known.</param>
    public abstract int EndCount(bool isOver);

    /// <summary>The number of the trial of an end that counts; -1 where that end was taken back.</summary>
    /// <param name="place">The end's place in the order in which ends count.</param>
    public abstract int EndAt(int place);

    /// <summary>Whether a trial has failed unexpectedly by what counts so far.</summary>
    /// <param name="run">The run that asks.</param>
    public abstract bool HasFailed(StudyRun run);

    /// <summary>How many trials have failed in a row by what counts so far.</summary>
    /// <param name="run">The run that asks.</param>
    public abstract int ConsecutiveFailures(StudyRun run);

    /// <summary>Completes when a trial has ended.</summary>
    public virtual Task NextEnd => Task.CompletedTask;

    /// <summary>A trial as strategies are to see it: one that was stopped with what its pruner predicted.</summary>
    protected TrialResult Predicted(TrialResult result)
        => _predicted.Count > 0 && result.Values.Length == 1 && _predicted.TryGetValue(result.Number, out double[]? losses)
            ? result with { Values = losses, IsPredicted = true }
            : result;

    /// <summary>Tells a pruner the end of a trial.</summary>
    protected void TellEnd(PrunerRun pruner, int number, ref readonly TrialEntry entry)
    {
        double value = entry.State == TrialState.Completed ? trials.Values(number).Span[reported.Index] : double.NaN;
        pruner.Tell(number, entry.State, value, entry.ReportSpan);
    }

    /// <summary>Keeps what a trial that has just been stopped would have ended with, where its pruner knows.</summary>
    protected void Predict(int number, PrunerRun pruner)
    {
        ref readonly TrialEntry entry = ref trials.Entry(number);
        if (entry.State == TrialState.Pruned && pruner.PredictFinal(number, entry.ReportSpan) is { } value && double.IsFinite(value))
        {
            _predicted[number] = [reported.ToLoss(value)];
        }
    }
}
