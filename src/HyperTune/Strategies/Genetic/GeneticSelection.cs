using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Genetic;

/// <summary>The parents: the best of those before and of the trials that have ended since.</summary>
/// <param name="population">How many there are at most.</param>
internal sealed class GeneticSelection(int population) : IEvolution<GeneticState>
{
    // Parents are chosen again after so many parts of a population, so that good trials have children soon.
    private const int PartsOfPopulation = 5;

    public GeneticState Begin(ReadOnlySpan<RankedTrial> given) => Select(given, given.Length);

    public int SizeOf(GeneticState state) => Math.Max(1, population / PartsOfPopulation);

    public GeneticState Next(GeneticState state, ReadOnlySpan<RankedTrial> trials) => Select([.. state.Parents, .. trials], state.Trials + trials.Length);

    private GeneticState Select(ReadOnlySpan<RankedTrial> trials, int count)
        => new([.. TrialRanking.Sorted(trials).Where(static trial => trial.Standing.IsRanked).Take(population)], count);
}
