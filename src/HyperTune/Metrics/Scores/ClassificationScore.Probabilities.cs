using HyperTune.Metrics.Scores;

namespace HyperTune;

public static partial class ClassificationScore
{
    // The distance from 1 to the next number: a probability that is nearer to 0 says no more than that rounding made it so.
    private const double SmallestProbability = 1.0 / (1L << 52);

    // Rounding to floats leaves the sum over a thousand classes nearer to 1 than that.
    private const double SumTolerance = 1e-3;

    /// <summary>The mean of minus the logarithm of the probability that was given to what is so: 0 or more, smaller is better.</summary>
    /// <remarks>A probability of 0 for what is so counts as 2⁻⁵², a loss of about 36, so that one sure and wrong prediction does not outweigh all others.</remarks>
    /// <param name="expected">Whether each sample is positive; at least one.</param>
    /// <param name="probabilities">The predicted probability, from 0 to 1, that it is.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, a probability is outside [0, 1], or the weights are not valid.</exception>
    [Score(OptimizationDirection.Minimize)]
    public static double LogLoss(ReadOnlySpan<bool> expected, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default)
    {
        SampleWeights checkedWeights = Samples.Check(expected.Length, probabilities.Length, nameof(probabilities), weights);
        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                double positive = Samples.Probability(probabilities[i], i, nameof(probabilities));
                sum += checkedWeights[i] * Surprise(expected[i] ? positive : 1 - positive);
            }
        }

        return sum / checkedWeights.Total;
    }

    /// <summary>The mean of minus the logarithm of the probability that was given to the right one of several classes: 0 or more, smaller is better.</summary>
    /// <remarks>A probability of 0 for the right class counts as 2⁻⁵², a loss of about 36, so that one sure and wrong prediction does not outweigh all others.</remarks>
    /// <param name="expected">The class of each sample, from 0 to <paramref name="classCount"/> - 1; at least one sample.</param>
    /// <param name="probabilities">
    /// For each sample the predicted probability of each class, sample after sample. Those of a sample are from 0 to 1, and their sum is 1, within 0.001 for rounding.
    /// </param>
    /// <param name="classCount">The number of classes; at least 2.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">
    /// There are no samples, fewer than two classes, not one probability for each sample and class, a class or a probability is outside its range, the
    /// probabilities of a sample do not sum to 1, or the weights are not valid.
    /// </exception>
    [Score(OptimizationDirection.Minimize)]
    public static double LogLoss(ReadOnlySpan<int> expected, ReadOnlySpan<double> probabilities, int classCount, ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        SampleWeights checkedWeights = Samples.Check(expected.Length, expected.Length, nameof(expected), weights);
        if (probabilities.Length != (long)expected.Length * classCount)
        {
            throw new ArgumentException(
                $"There are {probabilities.Length} probabilities for {expected.Length} samples and {classCount} classes; there must be one for each sample and class.",
                nameof(probabilities));
        }

        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                int label = expected[i];
                if (label < 0 || label >= classCount)
                {
                    throw new ArgumentOutOfRangeException(nameof(expected), label, $"The class at {i} must be from 0 to {classCount - 1}.");
                }

                CheckSum(probabilities.Slice(i * classCount, classCount), i, classCount);
                sum += checkedWeights[i] * Surprise(probabilities[(i * classCount) + label]);
            }
        }

        return sum / checkedWeights.Total;
    }

    /// <summary>The Brier score, the mean square of the difference between the probability and what is so, 1 or 0: from 0 to 1, smaller is better.</summary>
    /// <param name="expected">Whether each sample is positive; at least one.</param>
    /// <param name="probabilities">The predicted probability, from 0 to 1, that it is.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, a probability is outside [0, 1], or the weights are not valid.</exception>
    [Score(OptimizationDirection.Minimize)]
    public static double Brier(ReadOnlySpan<bool> expected, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default)
    {
        SampleWeights checkedWeights = Samples.Check(expected.Length, probabilities.Length, nameof(probabilities), weights);
        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                double difference = Samples.Probability(probabilities[i], i, nameof(probabilities)) - (expected[i] ? 1 : 0);
                sum += checkedWeights[i] * difference * difference;
            }
        }

        return sum / checkedWeights.Total;
    }

    private static double Surprise(double probability) => -Math.Log(Math.Clamp(probability, SmallestProbability, 1));

    private static void CheckSum(ReadOnlySpan<double> probabilities, int sample, int classCount)
    {
        double sum = 0;
        for (int k = 0; k < classCount; k++)
        {
            sum += Samples.Probability(probabilities[k], (sample * classCount) + k, nameof(probabilities));
        }

        if (Math.Abs(sum - 1) > SumTolerance)
        {
            throw new ArgumentOutOfRangeException(nameof(probabilities), sum, $"The probabilities of sample {sample} must sum to 1.");
        }
    }
}
