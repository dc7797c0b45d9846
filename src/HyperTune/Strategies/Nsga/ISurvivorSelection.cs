namespace HyperTune.Strategies.Nsga;

/// <summary>Which trials stay parents.</summary>
internal interface ISurvivorSelection
{
    /// <summary>Chooses the survivors; all where there are not too many.</summary>
    /// <param name="candidates">The trials, in the order of their numbers.</param>
    /// <param name="count">How many survive.</param>
    /// <param name="random">Decides where nothing else does.</param>
    /// <returns>The survivors in the order of their numbers, each with its rank among the candidates.</returns>
    Survivor[] Select(IReadOnlyList<Individual> candidates, int count, ref RandomStream random);
}
