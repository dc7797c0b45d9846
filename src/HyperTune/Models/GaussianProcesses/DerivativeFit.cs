using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>Finds the length scales, the variance and the noise of a process that has seen derivatives.</summary>
/// <remarks>
/// The derivatives tell the length scales from each other: under the kernel the variance of d_i f is 5/3 s2 / l_i^2. What is left, how long they are together and the
/// share of noise, is searched by the marginal likelihood, in which the variance is at its best value, times the prior of the length scales (see <see
/// cref="HyperparameterPrior"/>); then each length scale by itself.
/// </remarks>
internal static class DerivativeFit
{
    private const double SmallestLength = 0.03;
    private const double LargestLengthPerRootDimension = 30;
    private const double FirstLengthPerRootDimension = 0.5;
    private const double LengthLogDeviation = 1.7320508075688772;
    private const double SmallestVariance = 1e-4;

    private static readonly double[] Factors = [0.5, 0.7, 1, 1.4, 2, 2.8, 4];
    private static readonly double[] NoiseShares = [1e-6, 1e-4, 1e-2, 1e-1];
    private static readonly double[] Refinements = [0.75, 1.33];

    /// <summary>Fits; the result depends on the data alone.</summary>
    public static DerivativeKernel Run(DerivativeData data, CancellationToken cancellationToken)
    {
        double[] lengths = FirstLengths(data);
        int size = Cholesky.PaddedSize(data.RowCount);
        double[] matrix = new double[size * size];
        (double Density, double[] Lengths, double Variance, double Noise) best = (double.NegativeInfinity, lengths, 1, NoiseShares[1]);
        foreach (double factor in Factors)
        {
            Try(Scaled(lengths, factor), best.Noise);
        }

        foreach (double share in NoiseShares)
        {
            Try(best.Lengths, share);
        }

        for (int i = 0; i < lengths.Length; i++)
        {
            foreach (double factor in Refinements)
            {
                double[] changed = [.. best.Lengths];
                changed[i] *= factor;
                Try(changed, best.Noise);
            }
        }

        return new DerivativeKernel(best.Lengths, best.Variance, best.Noise);

        void Try(double[] candidate, double noise)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double density, double variance) = Evaluate(data, candidate, noise, matrix, size);
            if (density > best.Density)
            {
                best = (density, candidate, variance, noise);
            }
        }
    }

    /// <summary>The logarithm of the posterior density at the best variance, but for a constant, and that variance.</summary>
    public static (double Density, double Variance) Evaluate(DerivativeData data, double[] lengths, double noise, double[] matrix, int size)
    {
        if (!DerivativeProcess.TryFactor(new DerivativeKernel(lengths, 1, noise), data, jitter: 0, matrix, size))
        {
            return (double.NegativeInfinity, 1);
        }

        int count = data.RowCount;
        double[] residuals = new double[size];
        double[] ones = new double[size];
        double logDeterminant = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> row = matrix.AsSpan(i * size, size);
            residuals[i] = (data.Observed(i) - SimdMath.Dot(row, residuals, i)) / row[i];
            ones[i] = ((i < data.OutputCount ? 1 : 0) - SimdMath.Dot(row, ones, i)) / row[i];
            logDeterminant += Math.Log(row[i]);
        }

        double mean = SimdMath.Dot(residuals, ones, count) / SimdMath.Dot(ones, ones, count);
        SimdMath.AddScaled(-mean, ones, residuals, count);
        double variance = Math.Max(SmallestVariance, SimdMath.Dot(residuals, residuals, count) / count);
        double likelihood = -logDeterminant - (0.5 * count * Math.Log(variance)) - (0.5 * SimdMath.Dot(residuals, residuals, count) / variance);
        double prior = 0;
        double center = Math.Sqrt(2) + (0.5 * Math.Log(lengths.Length));
        foreach (double length in lengths)
        {
            double z = (Math.Log(length) - center) / LengthLogDeviation;
            prior -= (0.5 * z * z) + Math.Log(length);
        }

        return (likelihood + prior, variance);
    }

    private static double[] FirstLengths(DerivativeData data)
    {
        double root = Math.Sqrt(data.Dimension);
        double[] squares = new double[data.Dimension];
        int[] counts = new int[data.Dimension];
        for (int row = 0; row < data.Derivatives.Length; row++)
        {
            int coordinate = data.Derivatives[row].Coordinate;
            double derivative = data.Observed(data.OutputCount + row);
            squares[coordinate] += derivative * derivative;
            counts[coordinate]++;
        }

        return [.. squares.Select((sum, i) => counts[i] == 0 || sum == 0
            ? FirstLengthPerRootDimension * root
            : Math.Clamp(Math.Sqrt(5.0 / 3 * counts[i] / sum), SmallestLength, LargestLengthPerRootDimension * root))];
    }

    private static double[] Scaled(double[] lengths, double factor) => [.. lengths.Select(length => length * factor)];
}
