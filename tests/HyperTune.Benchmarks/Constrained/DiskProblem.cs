namespace HyperTune.Benchmarks;

/// <summary>A problem whose configs are only allowed within a disk, or a ball.</summary>
/// <param name="name">The name in tables.</param>
/// <param name="space">The space.</param>
/// <param name="middle">The disk's middle.</param>
/// <param name="squaredRadius">The square of its radius.</param>
/// <param name="place">The best allowed vector.</param>
internal abstract class DiskProblem(string name, SearchSpace space, double[] middle, double squaredRadius, double[] place)
{
    /// <summary>The problems: Branin's function with the disk of the literature, and both functions where the disk's edge is all that counts.</summary>
    /// <remarks>
    /// The first: M. Gelbart, J. Snoek and R. Adams, "Bayesian optimization with unknown constraints", UAI 2014; two of the three minima lie outside. In the other
    /// two all minima do. The places come from a dense search with polishing, which a test repeats.
    /// </remarks>
    public static IReadOnlyList<DiskProblem> All { get; } =
    [
        new DiskProblem<Branin>("branin-disk", static x => x.Value(), [2.5, 7.5], 50, [Math.PI, 2.275]),
        new DiskProblem<Branin>("branin-edge", static x => x.Value(), [2.5, 7.5], 25, [3.0984657941034963, 2.5359453373992675]),
        new DiskProblem<Hartmann6>(
            "hartmann6-edge",
            static x => x.Value(),
            [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
            0.25,
            [0.2462404308352446, 0.20494358295026033, 0.4782810668082865, 0.2907957898273707, 0.3187335174797835, 0.6464654925806628]),
    ];

    public string Name { get; } = name;

    public SearchSpace Space { get; } = space;

    /// <summary>The best allowed vector.</summary>
    public IReadOnlyList<double> Place { get; } = place;

    /// <summary>The smallest allowed value.</summary>
    public double Optimum => Evaluate(place);

    /// <summary>The value, allowed or not.</summary>
    public abstract double Evaluate(ReadOnlySpan<double> vector);

    /// <summary>How far outside of the disk a vector lies; negative within.</summary>
    public double Excess(ReadOnlySpan<double> vector)
    {
        double sum = -squaredRadius;
        for (int i = 0; i < middle.Length; i++)
        {
            sum += (vector[i] - middle[i]) * (vector[i] - middle[i]);
        }

        return sum;
    }

    /// <summary>Moves a vector outside of the disk to its edge.</summary>
    public void MoveInside(Span<double> vector)
    {
        double excess = Excess(vector);
        double share = Math.Sqrt(squaredRadius / (squaredRadius + excess));
        for (int i = 0; excess > 0 && i < middle.Length; i++)
        {
            vector[i] = middle[i] + (share * (vector[i] - middle[i]));
        }
    }

    /// <summary>Runs a study.</summary>
    /// <param name="strategy">Its strategy.</param>
    /// <param name="failsOutside">Whether a trial outside of the disk fails, instead of telling by how much it is outside.</param>
    /// <param name="trials">How many trials it runs.</param>
    /// <param name="seed">Its seed.</param>
    public abstract ConstrainedStudy Run(Strategy strategy, bool failsOutside, int trials, long seed);
}
