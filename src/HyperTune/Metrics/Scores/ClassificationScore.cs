using HyperTune.Metrics.Scores;

namespace HyperTune;

/// <summary>
/// How good predictions of classes are. Classes are numbers of any kind and order, or <see langword="true"/> (positive) and <see langword="false"/> (negative).
/// </summary>
/// <remarks>
/// <para>Each method is marked with its direction, and the compiler warns of a study that goes the other way (HT4006).</para>
/// <para>
/// Weights are one finite number of at least 0 for each sample, with a sum above 0, or none at all, which is 1 for each. A sample of weight 2 counts as two, and
/// one of weight 0 as if it were not there.
/// </para>
/// <para>Where nothing can be divided by, as the precision of a class that is never predicted, a score is 0.</para>
/// </remarks>
/// <example>
/// <code>
/// double accuracy = ClassificationScore.Accuracy(expected, predicted);
/// double f1 = ClassificationScore.F1(expected, predicted, ClassAverage.Macro, weights);
/// </code>
/// </example>
public static partial class ClassificationScore
{
    /// <summary>The share of samples whose class is predicted right: from 0 to 1, larger is better.</summary>
    /// <param name="expected">The class of each sample; at least one.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double Accuracy(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default)
        => ShareOfEqual(expected, predicted, weights);

    /// <inheritdoc cref="Accuracy(ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{double})"/>
    [Score(OptimizationDirection.Maximize)]
    public static double Accuracy(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights = default)
        => ShareOfEqual(expected, predicted, weights);

    /// <summary>
    /// The mean recall of the classes that are expected, so that a rare class counts as much as a frequent one: from 0 to 1, larger is better. Guessing one class
    /// of K gives 1 / K.
    /// </summary>
    /// <param name="expected">The class of each sample; at least one.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double BalancedAccuracy(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default)
        => Agreement.BalancedAccuracy(ClassCount.Of(expected, predicted, weights));

    /// <inheritdoc cref="BalancedAccuracy(ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{double})"/>
    [Score(OptimizationDirection.Maximize)]
    public static double BalancedAccuracy(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights = default)
        => Agreement.BalancedAccuracy(ClassCount.Of(expected, predicted, weights));

    /// <summary>
    /// Matthews' correlation of the expected and the predicted classes, in Gorodkin's form for any number of them: from -1 to 1, larger is better. 1 is right
    /// everywhere; 0 is no better than chance.
    /// </summary>
    /// <remarks>
    /// For two classes (TP TN - FP FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)), where TP are the true positives and so on. It is 0 where all samples are expected,
    /// or are predicted, to be of one class.
    /// </remarks>
    /// <param name="expected">The class of each sample; at least one.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double MatthewsCorrelation(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default)
        => Agreement.Matthews(ClassCount.Of(expected, predicted, weights));

    /// <inheritdoc cref="MatthewsCorrelation(ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{double})"/>
    [Score(OptimizationDirection.Maximize)]
    public static double MatthewsCorrelation(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights = default)
        => Agreement.Matthews(ClassCount.Of(expected, predicted, weights));

    /// <summary>
    /// Cohen's kappa, the agreement beyond that of chance: from -1 to 1, larger is better. 1 is right everywhere; 0 is what independent guesses with the same
    /// frequencies of the classes reach.
    /// </summary>
    /// <remarks>(a - c) / (1 - c) with the accuracy a, and the sum c over the classes of (share expected) × (share predicted). It is 0 where c is 1: there is but one class.</remarks>
    /// <param name="expected">The class of each sample; at least one.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double CohenKappa(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default)
        => Agreement.Kappa(ClassCount.Of(expected, predicted, weights));

    /// <inheritdoc cref="CohenKappa(ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{double})"/>
    [Score(OptimizationDirection.Maximize)]
    public static double CohenKappa(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights = default)
        => Agreement.Kappa(ClassCount.Of(expected, predicted, weights));

    private static double ShareOfEqual<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> predicted, ReadOnlySpan<double> weights)
        where T : IEquatable<T>
    {
        SampleWeights checkedWeights = Samples.Check(expected.Length, predicted.Length, nameof(predicted), weights);
        double correct = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (expected[i].Equals(predicted[i]))
            {
                correct += checkedWeights[i];
            }
        }

        return correct / checkedWeights.Total;
    }
}
