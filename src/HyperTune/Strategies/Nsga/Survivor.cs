namespace HyperTune.Strategies.Nsga;

/// <summary>A trial that is a parent.</summary>
/// <param name="Individual">The trial.</param>
/// <param name="Rank">How many fronts are before its own.</param>
/// <param name="Room">How much room there is around it within its front; larger is better among equals.</param>
internal sealed record Survivor(Individual Individual, int Rank, double Room);
