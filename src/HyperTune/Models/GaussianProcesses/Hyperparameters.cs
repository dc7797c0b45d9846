namespace HyperTune.Models.GaussianProcesses;

/// <summary>What a Gaussian process learns besides its data. The variances are relative to outputs of variance 1.</summary>
internal sealed class Hyperparameters
{
    /// <summary>The number of hyperparameters that do not belong to a dimension.</summary>
    public const int SharedCount = 3;

    /// <summary>The joint part's length scale on each dimension.</summary>
    public required double[] LengthScales { get; init; }

    /// <summary>The additive part's length scale on each dimension.</summary>
    public required double[] AdditiveLengthScales { get; init; }

    /// <summary>The variance of the joint part.</summary>
    public required double SignalVariance { get; init; }

    /// <summary>The variance of the additive part; 0 leaves the part out.</summary>
    public required double AdditiveVariance { get; init; }

    /// <summary>The variance of an observation around the function.</summary>
    public required double NoiseVariance { get; init; }

    /// <summary>Whether the joint part is a squared exponential, smoother than any Matern kernel.</summary>
    public bool IsSmooth { get; init; }

    /// <summary>The number of dimensions.</summary>
    public int Dimension => LengthScales.Length;

    /// <summary>The variance of the function before any observation.</summary>
    public double PriorVariance => SignalVariance + AdditiveVariance;

    /// <summary>Reads logarithms in the order: length scales, additive length scales, signal, additive, noise variance.</summary>
    /// <param name="logarithms">The logarithms.</param>
    /// <param name="isSmooth">Whether the joint part is a squared exponential.</param>
    public static Hyperparameters FromLogarithms(ReadOnlySpan<double> logarithms, bool isSmooth = false)
    {
        int dimension = (logarithms.Length - SharedCount) / 2;
        ReadOnlySpan<double> shared = logarithms[(2 * dimension)..];
        return new Hyperparameters
        {
            LengthScales = Exp(logarithms[..dimension]),
            AdditiveLengthScales = Exp(logarithms.Slice(dimension, dimension)),
            SignalVariance = Math.Exp(shared[0]),
            AdditiveVariance = Math.Exp(shared[1]),
            NoiseVariance = Math.Exp(shared[2]),
            IsSmooth = isSmooth,
        };
    }

    private static double[] Exp(ReadOnlySpan<double> logarithms)
    {
        var values = new double[logarithms.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Exp(logarithms[i]);
        }

        return values;
    }
}
