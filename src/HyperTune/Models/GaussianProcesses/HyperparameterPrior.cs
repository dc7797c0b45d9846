using System.Runtime.CompilerServices;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>What is believed about hyperparameters before any data: a prior on their logarithms, bounds, and where a fit starts.</summary>
/// <remarks>
/// The length scales' prior grows with the square root of the number of dimensions, as typical distances do, so that many dimensions do not make
/// every point look far from every other. Reference: C. Hvarfner et al., "Vanilla Bayesian optimization performs great in high dimensions", ICML
/// 2024. The other constants come from comparisons on test functions: a noise that is fitted, with a floor low enough for deterministic objectives,
/// and an additive part that starts small. What serves suggestions is no fair judge of noise (<see cref="ForNoise"/>).
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
    private const double VarianceLogDeviation = 1;
    private const double LengthLogDeviationForNoise = 1.2;
    private const double AdditiveLengthLogDeviationForNoise = 0.6;
    private const double VarianceLogDeviationForNoise = 2;
    private const double NoiseLogMeanForNoise = -3;
    private const double NoiseLogDeviationForNoise = 2.5;
    private const double LengthLogDeviationWithoutNoise = 3;
    private const double RoughestLength = 0.04;
    private const double ShortLengthFactor = 0.2;
    private const double SmallestNoiseVariance = 1e-6;
    private const double LargestNoiseVariance = 10;
    private const double SmallestVariance = 1e-4;
    private const double LargestVariance = 1e4;

    private readonly int _dimension;
    private readonly bool _isOverLengths;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _start;

    /// <param name="dimension">The number of dimensions.</param>
    /// <param name="hasNoise">Whether the objective may have noise; without, the noise's variance stays at its floor.</param>
    public HyperparameterPrior(int dimension, bool hasNoise = true)
        : this(dimension, LengthLogDeviation, VarianceLogDeviation, (NoiseLogMean, NoiseLogDeviation), isOverLengths: true)
    {
        if (!hasNoise)
        {
            LeaveOutNoise();
        }
    }

    private HyperparameterPrior(
        int dimension,
        double lengthDeviation,
        double varianceDeviation,
        (double Mean, double Deviation) noise,
        bool isOverLengths)
    {
        _dimension = dimension;
        _isOverLengths = isOverLengths;
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
            Set(i, Math.Sqrt(2) + Math.Log(rootDimension), lengthDeviation, SmallestLength, largest, FirstLengthPerRootDimension * rootDimension);
        }

        Set(2 * dimension, 0, varianceDeviation, SmallestVariance, LargestVariance, 1);
        Set((2 * dimension) + 1, AdditiveLogMean, varianceDeviation, SmallestVariance, LargestVariance, FirstAdditiveVariance);
        Set((2 * dimension) + 2, noise.Mean, noise.Deviation, SmallestNoiseVariance, LargestNoiseVariance, FirstNoiseVariance);
    }

    /// <summary>A prior to tell noise from shape with.</summary>
    /// <remarks>
    /// A kernel that is rougher than the objective explains noise by shape, and so do functions of one dimension each where there are many dimensions: here the
    /// joint part is as smooth as can be, and the additive one close to a parabola in each dimension. A density over lengths pays for short ones, with which
    /// suggestions look further around, but with which a model of few trials passes all noise off as
    /// shape. Here it is one over their logarithms, and neither a noise as large as the signal nor a signal next to nothing costs much. Objectives that are
    /// rough show it by trials close to each other, whose likelihood outweighs either prior.
    /// </remarks>
    /// <param name="dimension">The number of dimensions.</param>
    /// <param name="largestNoise">What the noise's variance can be at most.</param>
    public static HyperparameterPrior ForNoise(int dimension, double largestNoise = LargestNoiseVariance)
    {
        (double, double) noise = (NoiseLogMeanForNoise, NoiseLogDeviationForNoise);
        var prior = new HyperparameterPrior(dimension, LengthLogDeviationForNoise, VarianceLogDeviationForNoise, noise, isOverLengths: false) { IsSmooth = true };
        prior._deviations.AsSpan(dimension, dimension).Fill(AdditiveLengthLogDeviationForNoise);
        prior._upper[^1] = Math.Log(Math.Clamp(largestNoise, SmallestNoiseVariance, LargestNoiseVariance));
        prior._start[^1] = Math.Min(prior._start[^1], prior._upper[^1]);
        return prior;
    }

    /// <summary>A prior of objectives without noise, to see whether one explains values that look noisy.</summary>
    /// <remarks>
    /// It hardly prefers smooth objectives to rough ones, down to lengths of 4 % of the range. Without such an end nothing could ever be shown to be noise: values
    /// of an objective that changes within less than the distance of the closest trials look the same.
    /// </remarks>
    /// <param name="dimension">The number of dimensions.</param>
    public static HyperparameterPrior WithoutNoise(int dimension)
    {
        (double, double) noise = (NoiseLogMeanForNoise, NoiseLogDeviationForNoise);
        var prior = new HyperparameterPrior(dimension, LengthLogDeviationWithoutNoise, VarianceLogDeviationForNoise, noise, isOverLengths: false);
        for (int i = 0; i < 2 * dimension; i++)
        {
            prior._lower[i] = Math.Log(RoughestLength * (i < dimension ? Math.Sqrt(dimension) : 1));
        }

        prior.LeaveOutNoise();
        return prior;
    }

    /// <summary>The strategies' prior, but for a noise that is known and a signal that may be next to nothing beside it.</summary>
    /// <param name="dimension">The number of dimensions.</param>
    /// <param name="logNoise">The logarithm of the noise's variance.</param>
    public static HyperparameterPrior WithNoise(int dimension, double logNoise)
    {
        (double, double) noise = (NoiseLogMean, NoiseLogDeviation);
        var prior = new HyperparameterPrior(dimension, LengthLogDeviation, VarianceLogDeviationForNoise, noise, isOverLengths: true);
        prior._upper[^1] = prior._start[^1] = prior._lower[^1] = logNoise;
        return prior;
    }

    /// <summary>Whether the joint part is a squared exponential.</summary>
    public bool IsSmooth { get; private init; }

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
        start[^1] = Math.Min(Math.Log(NoisyStartVariance), _upper[^1]);
        return start;
    }

    /// <summary>As <see cref="Start"/>, with short lengths and the least noise: where the fit to a rough objective without noise is found.</summary>
    public double[] RoughStart()
    {
        double[] start = [.. _start];
        for (int i = 0; i < 2 * _dimension; i++)
        {
            start[i] += Math.Log(ShortLengthFactor);
        }

        start[^1] = _lower[^1];
        return start;
    }

    /// <summary>The logarithm of the prior's density at the given logarithms, but for a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    // Where the prior of a length is a density over the length itself; that of a variance is always one over its logarithm.
    private bool IsLength(int index) => _isOverLengths && index < 2 * _dimension;

    private void LeaveOutNoise() => _upper[^1] = _start[^1] = _lower[^1];

    private void Set(int index, double mean, double deviation, double smallest, double largest, double start)
    {
        _means[index] = mean;
        _deviations[index] = deviation;
        _lower[index] = Math.Log(smallest);
        _upper[index] = Math.Log(largest);
        _start[index] = Math.Log(start);
    }
}
