namespace HyperTune.Terminal.Following;

/// <summary>Tells a board which trials of a study run.</summary>
/// <param name="board">The board.</param>
/// <param name="failed">Hears of trials that failed: their numbers and the reasons.</param>
internal sealed class BoardObserver<T>(Board board, Action<int, string> failed) : StudyObserver<T>
{
    public override ValueTask TrialStartedAsync(TrialRecord<T> trial, CancellationToken cancellationToken)
    {
        board.Start(trial.Number, trial.Describe);
        return ValueTask.CompletedTask;
    }

    public override ValueTask ReportedAsync(int trialNumber, TrialReport report, CancellationToken cancellationToken)
    {
        board.Report(trialNumber, report);
        return ValueTask.CompletedTask;
    }

    public override ValueTask TrialEndedAsync(TrialRecord<T> trial, bool isBest, CancellationToken cancellationToken)
    {
        board.End(trial.Number);
        if (trial.FailureReason is { } reason)
        {
            failed(trial.Number, reason);
        }

        return ValueTask.CompletedTask;
    }
}
