using HyperTune.Text;

namespace HyperTune.Strategies.Auto;

/// <summary>How long the first trials of a study took, coarsely: enough to tell an objective of microseconds from one of minutes.</summary>
/// <remarks>Only the trials with the lowest numbers count, so that nothing changes any more once they have ended, in whatever order.</remarks>
internal sealed class TrialPace
{
    private const int MeasuredTrials = 20;
    private const int FewestMeasured = 10;
    private const int ModelTrialsOfQuick = 100;
    private const int ModelTrialsOfMost = 500;
    private const int ModelTrialsOfSlow = 2000;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    // Of the first suggestions much is the runtime's work, which does not come again.
    private const int UncountedSuggestions = 3;
    private const int FewestSuggestions = 10;

    private readonly bool _counts;
    private readonly double _mostOverhead;
    private readonly List<TimeSpan> _durations = [];
    private TimeSpan _trials;
    private TimeSpan _suggestions;
    private int _suggestionCount;

    /// <param name="counts">Whether durations count; otherwise all objectives are alike.</param>
    /// <param name="mostOverhead">The most that suggestions may take, as a share of the time of trials.</param>
    public TrialPace(bool counts, double mostOverhead)
    {
        _counts = counts;
        _mostOverhead = mostOverhead;
    }

    /// <summary>Whether suggestions have taken more than they may.</summary>
    public bool IsTooDear => _counts && _suggestionCount >= FewestSuggestions && _suggestions > _trials * _mostOverhead;

    /// <summary>The most that suggestions may take, in words.</summary>
    public string MostOverhead => $"{NumberFormat.Invariant(Math.Round(100 * _mostOverhead, 3))} %";

    /// <summary>Whether trials are known to take so little time that even a millisecond more is much.</summary>
    public bool IsQuick => _counts && _durations.Count >= FewestMeasured && Median < Quick;

    /// <summary>The most trials that a Gaussian process may still take in its stride.</summary>
    public int ModelTrials() => !_counts || _durations.Count < FewestMeasured ? ModelTrialsOfMost
        : IsQuick ? ModelTrialsOfQuick
        : Median >= Slow ? ModelTrialsOfSlow
        : ModelTrialsOfMost;

    /// <summary>Whether later trials change nothing any more.</summary>
    public bool IsSettled => !_counts || _durations.Count == MeasuredTrials;

    /// <summary>The durations' part in the decision, as the end of a sentence.</summary>
    public string Because => _counts && _durations.Count >= FewestMeasured
        ? $" beside trials of about {NumberFormat.Invariant(Math.Round(Median.TotalMilliseconds, 1))} ms"
        : "";

    /// <summary>The upper median, so that a decision needs no average of two times.</summary>
    private TimeSpan Median => _durations[_durations.Count / 2];

    public void Add(in TrialResult result)
    {
        if (!_counts || result.Duration is not { } duration)
        {
            return;
        }

        _trials += duration;
        if (result.Number < MeasuredTrials)
        {
            int place = _durations.BinarySearch(duration);
            _durations.Insert(place < 0 ? ~place : place, duration);
        }
    }

    /// <summary>Takes note of how long a suggestion of the slower model took.</summary>
    public void AddSuggestion(TimeSpan duration)
    {
        _suggestionCount++;
        _suggestions += _suggestionCount > UncountedSuggestions ? duration : TimeSpan.Zero;
    }
}
