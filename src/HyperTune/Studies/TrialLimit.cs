namespace HyperTune.Studies;

/// <summary>The time that one attempt at a trial has: first the objective is asked to end, by its token, and after the grace it is given up.</summary>
internal sealed class TrialLimit : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly TimeSpan _grace;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _either;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;

    private TrialLimit(TimeSpan limit, TimeSpan grace, TimeProvider clock, CancellationToken run)
    {
        (_limit, _grace) = (limit, grace);
        _time = new CancellationTokenSource(limit, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(run, _time.Token);

        // A timer of its own: what the objective does when its token is cancelled may take for ever.
        _timer = clock.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), _over, limit + grace, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled when the time is over, or the run is cancelled.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether the objective was asked to end.</summary>
    public bool IsOver => _time.IsCancellationRequested;

    /// <summary>Why a trial failed that ended after it was asked to.</summary>
    public string Reason => $"It ran longer than {_limit:c}.";

    /// <summary>Why a trial failed that did not.</summary>
    public string ReasonOfAbandoned => $"It ran longer than {_limit:c}, and had not ended {_grace:c} after it was asked to, so that its objective was abandoned.";

    /// <summary>Starts the time of an attempt.</summary>
    /// <returns><see langword="null"/> where it has all the time there is.</returns>
    public static TrialLimit? Start(StudyOptions options, CancellationToken run)
        => options.TrialTimeLimit is { } limit ? new TrialLimit(limit, options.TrialTimeGrace, options.TimeProvider, run) : null;

    /// <summary>Waits for the objective.</summary>
    /// <returns>Whether it has ended, and need not be given up.</returns>
    public async Task<bool> WaitAsync(Task objective)
    {
        await Task.WhenAny(objective, _over.Task).ConfigureAwait(false);
        return objective.IsCompleted;
    }

    public void Dispose()
    {
        _timer.Dispose();
        _either.Dispose();
        _time.Dispose();
    }
}
