namespace HyperTune.Studies.Engine;

/// <summary>Something that a strategy is to be told of a trial.</summary>
/// <param name="Result">The trial; complete when it has ended.</param>
/// <param name="IsNew">Whether the strategy does not know yet that the trial runs.</param>
/// <param name="IsEnd">Whether the trial has ended.</param>
internal readonly record struct FeedEntry(TrialResult Result, bool IsNew, bool IsEnd);
