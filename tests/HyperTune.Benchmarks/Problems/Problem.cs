namespace HyperTune.Benchmarks;

/// <summary>An objective to be minimized whose optimum is known.</summary>
internal abstract class Problem(string name, SearchSpace space, int trials, double optimum, double noiseStandardDeviation)
{
    /// <summary>The name in tables.</summary>
    public string Name { get; } = name;

    public SearchSpace Space { get; } = space;

    /// <summary>How many trials a study gets.</summary>
    public int Trials { get; } = trials;

    /// <summary>The smallest value of <see cref="Evaluate"/>.</summary>
    public double Optimum { get; } = optimum;

    /// <summary>The standard deviation of the Gaussian noise on observed values; 0 for none.</summary>
    public double NoiseStandardDeviation { get; } = noiseStandardDeviation;

    /// <summary>Where the optimum lies; <see langword="null"/> where there are several or it is not known.</summary>
    public virtual IReadOnlyList<double>? Place => null;

    /// <summary>The true value, without noise.</summary>
    /// <param name="vector">A vector of the space.</param>
    public abstract double Evaluate(ReadOnlySpan<double> vector);

    /// <summary>The problem with its optimum elsewhere, or <see langword="null"/> when it has no such variant.</summary>
    public abstract Problem? CreateVariant(Variant variant, ulong seed);

    /// <summary>What a study sees in trial number <paramref name="trial"/>: the true value plus noise.</summary>
    public double Observe(double value, ulong seed, int trial)
        => NoiseStandardDeviation > 0 ? value + (NoiseStandardDeviation * ObservationNoise.Gauss(seed, (ulong)trial)) : value;
}
