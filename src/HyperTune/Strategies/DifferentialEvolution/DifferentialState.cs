using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.DifferentialEvolution;

/// <summary>All that differential evolution knows between two generations. Never changed, only followed by another.</summary>
/// <param name="Members">The population, in the order of their places.</param>
/// <param name="Order">The places from the best member to the worst.</param>
/// <param name="Archive">Points of members that were beaten.</param>
/// <param name="Memory">What factors succeeded.</param>
/// <param name="Size">How many trials the next generation has: as many as members, or as the first population is to have.</param>
/// <param name="Trials">How many trials there were.</param>
internal sealed record DifferentialState(RankedTrial[] Members, int[] Order, double[][] Archive, SuccessMemory Memory, int Size, int Trials)
{
    /// <summary>The member that a trial challenges: neighbouring numbers challenge different ones.</summary>
    public int TargetOf(int trialNumber) => trialNumber % Members.Length;
}
