namespace HyperTune.Models.GaussianProcesses;

/// <summary>What is believed about hyperparameters before any data: a prior on their logarithms, bounds, and where a fit starts.</summary>
/// <remarks>
/// The length scales' prior grows with the square root of the number of dimensions, as typical distances do, so that many dimensions do not make
/// every point look far from every other. Reference: C. Hvarfner et al., "Vanilla Bayesian optimization performs great in high dimensions", ICML
/// 2024. The other constants come from comparisons on test functions: a noise that is fitted, with a floor low enough for deterministic objectives,
/// and an additive part that starts small.
/// </remarks>
internal sealed class HyperparameterPrior
{
    private const double LengthLogDeviation = 1.7320508075688772;
    private const double SmallestLength = 0.01;
    private const double LargestLengthPerRootDimension = 30;
    private const double FirstLengthPerRootDimension = 0.5;
    private const double AdditiveLogMean = -1;
    private const double FirstAdditiveVariance = 0.3;
    private const double NoiseLogMean = -6;
    private const double NoiseLogDeviation = 2;
    private const double FirstNoiseVariance = 1e-3;
    private const double NoisyStartVariance = 0.1;
    private const double SmallestNoiseVariance = 1e-6;
    private const double LargestNoiseVariance = 10;
    private const double SmallestVariance = 1e-4;
    private const double LargestVariance = 1e4;

    private readonly int _dimension;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _start;

    public HyperparameterPrior(int dimension)
    {
        _dimension = dimension;
        int count = (2 * dimension) + Hyperparameters.SharedCount;
        _means = new double[count];
        _deviations = new double[count];
        _lower = new double[count];
        _upper = new double[count];
        _start = new double[count];
        for (int i = 0; i < 2 * dimension; i++)
        {
            // The additive part consists of functions of one dimension each.
            double rootDimension = i < dimension ? Math.Sqrt(dimension) : 1;
            double largest = LargestLengthPerRootDimension * rootDimension;
            Set(i, Math.Sqrt(2) + Math.Log(rootDimension), LengthLogDeviation, SmallestLength, largest, FirstLengthPerRootDimension * rootDimension);
        }

        Set(2 * dimension, 0, 1, SmallestVariance, LargestVariance, 1);
        Set((2 * dimension) + 1, AdditiveLogMean, 1, SmallestVariance, LargestVariance, FirstAdditiveVariance);
        Set((2 * dimension) + 2, NoiseLogMean, NoiseLogDeviation, SmallestNoiseVariance, LargestNoiseVariance, FirstNoiseVariance);
    }

    /// <summary>The smallest logarithms a fit may choose.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>The largest logarithms a fit may choose.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>Where a fit starts.</summary>
    public ReadOnlySpan<double> Start => _start;

    /// <summary>As <see cref="Start"/>, with a tenth of the outputs' variance taken for noise.</summary>
    public double[] NoisyStart()
    {
        double[] start = [.. _start];
        start[^1] = Math.Log(NoisyStartVariance);
        return start;
    }

    /// <summary>The logarithm of the prior's density at the given logarithms, but for a constant.</summary>
    public double LogDensity(ReadOnlySpan<double> logarithms)
    {
        double sum = 0;
        for (int i = 0; i < logarithms.Length; i++)
        {
            double z = (logarithms[i] - _means[i]) / _deviations[i];
            sum -= (0.5 * z * z) + (IsLength(i) ? logarithms[i] : 0);
        }

        return sum;
    }

    /// <summary>The derivative of <see cref="LogDensity"/> by one of the logarithms.</summary>
    public double LogDensitySlope(int index, double logarithm)
        => -((logarithm - _means[index]) / (_deviations[index] * _deviations[index])) - (IsLength(index) ? 1 : 0);

    // The prior of a length is a density over the length itself, that of a variance one over its logarithm.
    private bool IsLength(int index) => index < 2 * _dimension;

    private void Set(int index, double mean, double deviation, double smallest, double largest, double start)
    {
        _means[index] = mean;
        _deviations[index] = deviation;
        _lower[index] = Math.Log(smallest);
        _upper[index] = Math.Log(largest);
        _start[index] = Math.Log(start);
    }
}
