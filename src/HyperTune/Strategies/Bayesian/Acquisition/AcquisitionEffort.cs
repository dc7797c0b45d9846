namespace HyperTune;

/// <summary>How hard to look for the best point of an acquisition function.</summary>
/// <param name="Candidates">Quasi-random points.</param>
/// <param name="Perturbations">Points near the best trials.</param>
/// <param name="Starts">Local searches.</param>
/// <param name="Iterations">Steps of each one's gradient search.</param>
internal readonly record struct AcquisitionEffort(int Candidates, int Perturbations, int Starts, int Iterations)
{
    // More trials make each look at the model dearer, while comparisons found no gain from looking harder.
    private const int ThoroughUpTo = 200;
    private const int MostCandidates = 1024;

    /// <summary>The effort for a model of the given size.</summary>
    public static AcquisitionEffort For(int trials, int dimensions)
        => trials <= ThoroughUpTo
            ? new AcquisitionEffort(Math.Min(256 + (16 * dimensions), MostCandidates), 64, 4, 60)
            : new AcquisitionEffort(Math.Min(64 + (8 * dimensions), MostCandidates), 32, 2, 30);
}
