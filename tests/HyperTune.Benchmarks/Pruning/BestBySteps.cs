namespace HyperTune.Benchmarks;

/// <summary>The best final value that a simulation knew after so many steps.</summary>
internal sealed class BestBySteps(IReadOnlyList<(long Steps, double Value)> ends, long steps)
{
    public static BestBySteps Of(SimulationResult result, long steps)
        => new([.. result.Trials.Where(static trial => trial.Value is not null).Select(static trial => (trial.StepsSoFar, trial.Value!.Value))], steps);

    /// <summary>The best value after a share of the steps; infinite where no trial had completed.</summary>
    public double BestBy(double share)
        => ends.Where(end => end.Steps <= share * steps).Select(static end => end.Value).DefaultIfEmpty(double.PositiveInfinity).Min();
}
