using HyperTune.State;
using HyperTune.Trials;

namespace HyperTune.Studies.Engine;

/// <summary>What the trials of a study add up to.</summary>
internal sealed class StudyTotals
{
    private readonly int[] _states = new int[TrialStates.Count];

    /// <summary>How many trials there are.</summary>
    public int All { get; private set; }

    /// <summary>How many were taken out.</summary>
    public int Excluded { get; private set; }

    /// <summary>When the first one started; <see langword="null"/> where none has.</summary>
    public DateTimeOffset? FirstStart { get; private set; }

    /// <summary>When the last one started.</summary>
    public DateTimeOffset LastStart { get; private set; }

    /// <summary>The time that all took together.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>How many trials are in a state.</summary>
    public int CountOf(TrialState state) => _states[(int)state];

    /// <summary>Adds a trial.</summary>
    public void Add(in TrialEntry entry)
    {
        All++;
        _states[(int)entry.State]++;
        Excluded += entry.Is(TrialFlags.IsExcluded) ? 1 : 0;
        if (entry.State != TrialState.Waiting && entry.StartedAt > 0)
        {
            var started = new DateTimeOffset(entry.StartedAt, TimeSpan.Zero);
            FirstStart = FirstStart is { } earlier && earlier <= started ? earlier : started;
            LastStart = started > LastStart ? started : LastStart;
            Spent += TrialStates.IsEnd(entry.State) ? new TimeSpan(entry.Duration) : TimeSpan.Zero;
        }
    }
}
