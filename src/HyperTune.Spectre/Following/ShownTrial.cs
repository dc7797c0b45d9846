namespace HyperTune.Terminal.Following;

/// <summary>A trial that runs.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Start">The time stamp of its start.</param>
/// <param name="Config">Its config in one line, written when it is first shown.</param>
/// <param name="LastReport">What it reported last; <see langword="null"/> while it has not.</param>
internal readonly record struct ShownTrial(int Number, long Start, Lazy<string> Config, TrialReport? LastReport);
