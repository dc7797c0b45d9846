namespace HyperTune.State;

/// <summary>The attempts at trials that were run more than once, and the trials that wait for another one. Few trials are among them.</summary>
internal sealed class TrialAttempts(TrialTable trials)
{
    private readonly Dictionary<int, int> _interruptions = [];
    private readonly Dictionary<int, List<Attempt>> _failed = [];
    private readonly Dictionary<int, int> _retries = [];
    private readonly Dictionary<int, int> _timeouts = [];
    private readonly SortedDictionary<int, DateTime> _due = [];

    /// <summary>When the next retry is due, in UTC; <see langword="null"/> when none waits.</summary>
    public DateTime? NextDue => _due.Count == 0 ? null : _due.Values.Min();

    /// <summary>How often the processes that ran a trial ended before it did.</summary>
    public int Interruptions(int number) => _interruptions.GetValueOrDefault(number);

    /// <summary>How many attempts at a trial failed since it was enqueued, suggested or sent to wait again by hand, but for those that took too long.</summary>
    public int Retries(int number) => _retries.GetValueOrDefault(number);

    /// <summary>How many attempts at a trial took too long since then.</summary>
    public int Timeouts(int number) => _timeouts.GetValueOrDefault(number);

    /// <summary>All failed attempts at a trial but the last one of a trial that has failed.</summary>
    public IReadOnlyList<Attempt> Failed(int number) => _failed.GetValueOrDefault(number) ?? [];

    /// <summary>The first trial that is to be tried again by now; -1 when there is none.</summary>
    public int FirstDue(DateTime now)
    {
        foreach ((int number, DateTime due) in _due)
        {
            if (due <= now)
            {
                return number;
            }
        }

        return -1;
    }

    /// <summary>Notes how often a trial has been interrupted.</summary>
    public void Interrupt(int number, int interruptions) => _interruptions[number] = interruptions;

    /// <summary>Keeps a failed attempt, and lets the trial wait for the next one.</summary>
    public void Retry(int number, Attempt failed, DateTime due)
    {
        Keep(number, failed);
        Dictionary<int, int> counts = failed.Outcome.Cause == FailureCause.TimedOut ? _timeouts : _retries;
        counts[number] = counts.GetValueOrDefault(number) + 1;
        _due[number] = due;
        trials.RetryingCount = _due.Count;
    }

    /// <summary>Keeps the attempt with which a trial had ended, and counts from the start again.</summary>
    public void Reopen(int number, Attempt failed)
    {
        Keep(number, failed);
        _retries.Remove(number);
        _timeouts.Remove(number);
        _interruptions.Remove(number);
    }

    /// <summary>Waits for no retry any more.</summary>
    public void Leave(int number)
    {
        if (_due.Remove(number))
        {
            trials.RetryingCount = _due.Count;
        }
    }

    private void Keep(int number, Attempt failed)
    {
        if (!_failed.TryGetValue(number, out List<Attempt>? known))
        {
            _failed.Add(number, known = []);
        }

        known.Add(failed);
    }
}
