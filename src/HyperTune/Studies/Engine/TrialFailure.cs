namespace HyperTune;

/// <summary>Why a trial failed.</summary>
internal sealed record TrialFailure(string Reason, Exception? Exception);
