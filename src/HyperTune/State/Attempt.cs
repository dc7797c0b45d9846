namespace HyperTune.State;

/// <summary>An attempt at a trial that failed, after which the trial waited to be run again.</summary>
/// <param name="Outcome">How it failed.</param>
/// <param name="StartedAt">When it started, in ticks of UTC.</param>
/// <param name="Duration">How long it ran, in ticks.</param>
internal sealed record Attempt(StoredOutcome Outcome, long StartedAt, long Duration)
{
    /// <summary>The place of its end in the order of ending, where the trial had ended with it.</summary>
    public int EndIndex { get; init; } = int.MaxValue;

    /// <summary>The place in the same order at which that end was taken back.</summary>
    public int ReopenIndex { get; init; } = int.MaxValue;

    /// <summary>Its reports, where the trial had ended with it.</summary>
    public TrialReport[] Reports { get; init; } = [];

    /// <summary>Whether the trial was as this attempt had left it when so many ends were known.</summary>
    public bool IsLastAt(int endedCount) => EndIndex < endedCount && endedCount <= ReopenIndex;
}
