using HyperTune.Metrics.Scores;

namespace HyperTune;

public static partial class ClassificationScore
{
    /// <summary>The share of the samples predicted to be of a class that are, averaged over the classes: from 0 to 1, larger is better.</summary>
    /// <remarks>The classes are those that occur among the expected or the predicted ones. It is 0 for a class that is never predicted.</remarks>
    /// <param name="expected">The class of each sample; at least one.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="average">How the classes are taken together.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, the weights are not valid, or the average is unknown.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double Precision(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ClassAverage average, ReadOnlySpan<double> weights = default)
        => Average(ClassCount.Of(expected, predicted, weights), average, static one => one.Precision);

    /// <summary>The share of the samples predicted to be positive that are: from 0 to 1, larger is better.</summary>
    /// <remarks>It is 0 where none is predicted to be positive.</remarks>
    /// <param name="expected">Whether each sample is positive; at least one.</param>
    /// <param name="predicted">Whether it is predicted to be.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double Precision(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights = default)
        => ClassCount.Of(expected, predicted, weights)[1].Precision;

    /// <summary>The share of the samples of a class that are predicted to be of it, averaged over the classes: from 0 to 1, larger is better.</summary>
    /// <remarks>The classes are those that occur among the expected or the predicted ones. It is 0 for a class that is never expected.</remarks>
    /// <param name="expected">The class of each sample; at least one.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="average">How the classes are taken together.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, the weights are not valid, or the average is unknown.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double Recall(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ClassAverage average, ReadOnlySpan<double> weights = default)
        => Average(ClassCount.Of(expected, predicted, weights), average, static one => one.Recall);

    /// <summary>The share of the positive samples that are predicted to be positive: from 0 to 1, larger is better.</summary>
    /// <remarks>It is 0 where none is positive.</remarks>
    /// <param name="expected">Whether each sample is positive; at least one.</param>
    /// <param name="predicted">Whether it is predicted to be.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double Recall(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights = default)
        => ClassCount.Of(expected, predicted, weights)[1].Recall;

    /// <summary>The harmonic mean of precision and recall of a class, averaged over the classes: from 0 to 1, larger is better.</summary>
    /// <remarks>The classes are those that occur among the expected or the predicted ones. It is 0 for a class of which no sample is predicted right.</remarks>
    /// <param name="expected">The class of each sample; at least one.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="average">How the classes are taken together.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, the weights are not valid, or the average is unknown.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double F1(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ClassAverage average, ReadOnlySpan<double> weights = default)
        => Average(ClassCount.Of(expected, predicted, weights), average, static one => one.F1);

    /// <summary>The harmonic mean of precision and recall: from 0 to 1, larger is better.</summary>
    /// <remarks>2 TP / (2 TP + FP + FN), where TP are the true positives and so on; 0 where there are none.</remarks>
    /// <param name="expected">Whether each sample is positive; at least one.</param>
    /// <param name="predicted">Whether it is predicted to be.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Maximize)]
    public static double F1(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights = default)
        => ClassCount.Of(expected, predicted, weights)[1].F1;

    private static double Average(ReadOnlySpan<ClassCount> classes, ClassAverage average, Func<ClassCount, double> score)
    {
        ClassCount all = default;
        double sum = 0;
        double weighted = 0;
        foreach (ClassCount one in classes)
        {
            all.Expected += one.Expected;
            all.Predicted += one.Predicted;
            all.Correct += one.Correct;
            sum += score(one);
            weighted += one.Expected * score(one);
        }

        return average switch
        {
            ClassAverage.Macro => sum / classes.Length,
            ClassAverage.Micro => score(all),
            ClassAverage.Weighted => weighted / all.Expected,
            _ => throw new ArgumentOutOfRangeException(nameof(average), average, "The average must be Macro, Micro or Weighted."),
        };
    }
}
