using HyperTune.Metrics.Scores;

namespace HyperTune;

public static partial class ClassificationScore
{
    /// <summary>
    /// ROC AUC, the area under the curve of the true positives' rate over the false positives': the probability that a positive sample has a larger score than a
    /// negative one, where equal ones count half. From 0 to 1, larger is better; 0.5 is chance.
    /// </summary>
    /// <param name="expected">Whether each sample is positive; at least one that is and one that is not.</param>
    /// <param name="scores">How positive each sample looks: probabilities or any other numbers, of which only the order counts; infinities are allowed.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">
    /// The samples are all of one class or there are none, there are not as many scores, one is not a number, or the weights are not valid.
    /// </exception>
    [Score(OptimizationDirection.Maximize)]
    public static double RocAuc(ReadOnlySpan<bool> expected, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights = default)
    {
        var ranking = new Ranking(expected, scores, weights);
        double area = 0;
        double positive = 0;
        for (int end = expected.Length; end > 0;)
        {
            (double positives, double negatives) = ranking.TakeTied(ref end);
            area += negatives / ranking.Negative * ((positive + (positives / 2)) / ranking.Positive);
            positive += positives;
        }

        return Math.Min(area, 1);
    }

    /// <summary>
    /// PR AUC, the area under the curve of precision over recall, as the average precision: from 0 to 1, larger is better. Chance gives the share of positive samples.
    /// </summary>
    /// <remarks>
    /// The sum over all thresholds of (Rₙ - Rₙ₋₁) Pₙ with the recall R and the precision P of the samples that score at least the threshold; nothing between two
    /// points of the curve is interpolated, which would be too optimistic.
    /// </remarks>
    /// <param name="expected">Whether each sample is positive; at least one that is and one that is not.</param>
    /// <param name="scores">How positive each sample looks: probabilities or any other numbers, of which only the order counts; infinities are allowed.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">
    /// The samples are all of one class or there are none, there are not as many scores, one is not a number, or the weights are not valid.
    /// </exception>
    [Score(OptimizationDirection.Maximize)]
    public static double AveragePrecision(ReadOnlySpan<bool> expected, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights = default)
    {
        var ranking = new Ranking(expected, scores, weights);
        double area = 0;
        double positive = 0;
        double negative = 0;
        for (int end = expected.Length; end > 0;)
        {
            (double positives, double negatives) = ranking.TakeTied(ref end);
            positive += positives;
            negative += negatives;
            if (positives > 0)
            {
                area += positives / ranking.Positive * (positive / (positive + negative));
            }
        }

        return Math.Min(area, 1);
    }
}
