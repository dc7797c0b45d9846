using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Genetic;

/// <summary>All that the genetic algorithm knows between two choices of parents. Never changed, only followed by another.</summary>
/// <param name="Parents">The best trials, the best first.</param>
/// <param name="Trials">How many trials there were.</param>
internal sealed record GeneticState(RankedTrial[] Parents, int Trials);
