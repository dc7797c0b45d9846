namespace HyperTune.Benchmarks;

/// <summary>What one seed gives: a study with so many steps, and one with so many trials.</summary>
/// <param name="EqualSteps">The study that all pruners give the same number of steps.</param>
/// <param name="Rank">The rank of the best config of the study with a number of trials.</param>
/// <param name="Steps">The steps of that study.</param>
internal sealed record PruningRun(BestBySteps EqualSteps, double Rank, long Steps)
{
    public static PruningRun Of(CurveFamily family, Pruner pruner, SimulationOptions options, int trials)
    {
        long steps = (long)trials * CurveFamily.Steps;
        SimulationResult equal = family.Run(pruner, options with { Steps = steps });
        SimulationResult counted = family.Run(pruner, options with { Trials = trials });
        return new PruningRun(BestBySteps.Of(equal, steps), family.RankOf(counted.BestValue ?? double.PositiveInfinity), counted.Steps);
    }
}
