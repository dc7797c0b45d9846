using System.Collections.Concurrent;

namespace HyperTune.Tests;

/// <summary>Keeps what it sees, as lines.</summary>
internal sealed class RecordingObserver : StudyObserver<double[]>
{
    private readonly ConcurrentQueue<string> _lines = new();
    private int _inside;

    /// <summary>Runs inside each call, with its line.</summary>
    public Func<string, CancellationToken, ValueTask> OnCall { get; init; } = static (_, _) => ValueTask.CompletedTask;

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Whether two calls were under way at once.</summary>
    public bool WasEnteredTwice { get; private set; }

    public ConcurrentQueue<TrialRecord<double[]>> Started { get; } = new();

    public ConcurrentQueue<TrialRecord<double[]>> Ended { get; } = new();

    public StudyResult<double[]>? Result { get; private set; }

    public override ValueTask TrialStartedAsync(TrialRecord<double[]> trial, CancellationToken cancellationToken)
    {
        Started.Enqueue(trial);
        return CallAsync($"{trial.Number} {trial.State}", cancellationToken);
    }

    public override ValueTask ReportedAsync(int trialNumber, TrialReport report, CancellationToken cancellationToken)
        => CallAsync($"{trialNumber} reports {report.Value} at {report.Step}", cancellationToken);

    public override ValueTask TrialEndedAsync(TrialRecord<double[]> trial, bool isBest, CancellationToken cancellationToken)
    {
        Ended.Enqueue(trial);
        return CallAsync($"{trial.Number} {trial.State} {trial.Value}{(isBest ? " best" : "")}", cancellationToken);
    }

    public override ValueTask RunEndedAsync(StudyResult<double[]> result, CancellationToken cancellationToken)
    {
        Result = result;
        return CallAsync($"{result.StopReason}", cancellationToken);
    }

    private async ValueTask CallAsync(string line, CancellationToken cancellationToken)
    {
        WasEnteredTwice |= Interlocked.Increment(ref _inside) != 1;
        _lines.Enqueue(line);
        await OnCall(line, cancellationToken);
        Interlocked.Decrement(ref _inside);
    }
}
