namespace HyperTune.Benchmarks;

/// <summary>Something that no journal may lead to.</summary>
/// <param name="Case">The number of the case.</param>
/// <param name="What">What was done to the journal, and what came of it.</param>
internal sealed record FuzzFault(int Case, string What);
