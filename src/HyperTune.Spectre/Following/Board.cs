namespace HyperTune.Terminal.Following;

/// <summary>Gathers what a study tells while it runs. Any thread may call the members; none takes longer the more trials there were.</summary>
/// <param name="time">The clock.</param>
/// <param name="shownTrials">How many running trials are shown.</param>
internal sealed class Board(TimeProvider time, int shownTrials)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, ShownTrial> _running = [];
    private ValueHistory _history = new();
    private StudyProgress? _progress;
    private bool _isOfFront;
    private long _start = time.GetTimestamp();
    private long _reported;
    private string? _failure;
    private string? _message;

    /// <summary>Forgets what was before; a run starts.</summary>
    /// <param name="isOfFront">Whether the study has several objectives.</param>
    public void Start(bool isOfFront)
    {
        lock (_lock)
        {
            _running.Clear();
            _history = new ValueHistory();
            (_progress, _failure, _message) = (null, null, null);
            _isOfFront = isOfFront;
            _start = time.GetTimestamp();
        }
    }

    /// <summary>Takes note of a report.</summary>
    /// <returns>Whether the report is new: with parallel trials, an older one may come later.</returns>
    public bool Add(StudyProgress progress)
    {
        lock (_lock)
        {
            if (_progress is { } last && last.StudyName == progress.StudyName && last.FinishedTrials > progress.FinishedTrials && last.Elapsed >= progress.Elapsed)
            {
                return false;
            }

            (_progress, _reported) = (progress, time.GetTimestamp());

            // Reports of a study that was not named in advance tell it themselves.
            _isOfFront |= progress.FrontSize > 1 || progress.Hypervolume is not null;
            double? reached = _isOfFront ? progress.Hypervolume ?? progress.FrontSize : progress.BestObservedValue;
            _history.Add(reached ?? double.NaN);
            return true;
        }
    }

    /// <summary>A trial runs, for the first time or again.</summary>
    public void Start(int number, Func<string> describe)
    {
        lock (_lock)
        {
            _running[number] = new ShownTrial(number, time.GetTimestamp(), new Lazy<string>(describe), null);
        }
    }

    /// <summary>A running trial has reported.</summary>
    public void Report(int number, TrialReport report)
    {
        lock (_lock)
        {
            if (_running.TryGetValue(number, out ShownTrial trial))
            {
                _running[number] = trial with { LastReport = report };
            }
        }
    }

    /// <summary>A trial has ended.</summary>
    public void End(int number)
    {
        lock (_lock)
        {
            _running.Remove(number);
        }
    }

    /// <summary>A trial has failed.</summary>
    public void Fail(string failure)
    {
        lock (_lock)
        {
            _failure = failure;
        }
    }

    /// <summary>The program has something to say.</summary>
    public void Say(string message)
    {
        lock (_lock)
        {
            _message = message;
        }
    }

    /// <summary>What there is to show now.</summary>
    public Standing Look()
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            TimeSpan since = _progress is null ? TimeSpan.Zero : time.GetElapsedTime(_reported, now);
            TimeSpan elapsed = _progress is { } progress ? progress.Elapsed + since : time.GetElapsedTime(_start, now);
            ShownTrial[] running = [.. _running.Values.OrderBy(static trial => trial.Start).ThenBy(static trial => trial.Number).Take(shownTrials)];
            return new Standing(
                _progress, _isOfFront, elapsed, since, [.. running], _running.Count - running.Length, [.. _history.Cells], _failure, _message);
        }
    }

    /// <summary>How long a trial has been running.</summary>
    public TimeSpan TimeOf(ShownTrial trial) => time.GetElapsedTime(trial.Start);
}
