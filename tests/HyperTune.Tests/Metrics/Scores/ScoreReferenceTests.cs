using MathNet.Numerics;

namespace HyperTune.Tests.Scores;

/// <summary>Scores against slow formulas that are read off their definitions.</summary>
public sealed class ScoreReferenceTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Roc_auc_is_the_share_of_pairs_in_the_right_order(int seed)
    {
        (ScoreSamples samples, double[] weights) = Draw(seed);
        double right = 0;
        double all = 0;
        foreach (int i in Enumerable.Range(0, samples.Count).Where(i => samples.Positive[i]))
        {
            foreach (int j in Enumerable.Range(0, samples.Count).Where(j => !samples.Positive[j]))
            {
                double weight = weights[i] * weights[j];
                all += weight;
                right += weight * (Math.Sign(samples.Probabilities[i] - samples.Probabilities[j]) + 1) / 2;
            }
        }

        Assert.Equal(right / all, ClassificationScore.RocAuc(samples.Positive, samples.Probabilities, weights), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Average_precision_is_the_sum_over_thresholds(int seed)
    {
        (ScoreSamples samples, double[] weights) = Draw(seed);
        double area = 0;
        double before = 0;
        foreach (double threshold in samples.Probabilities.Distinct().OrderDescending())
        {
            bool[] predicted = [.. samples.Probabilities.Select(score => score >= threshold)];
            double recall = ClassificationScore.Recall(samples.Positive, predicted, weights);
            area += (recall - before) * ClassificationScore.Precision(samples.Positive, predicted, weights);
            before = recall;
        }

        Assert.Equal(area, ClassificationScore.AveragePrecision(samples.Positive, samples.Probabilities, weights), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_class_is_a_binary_question(int seed)
    {
        (ScoreSamples samples, double[] weights) = Draw(seed);
        int[] classes = [.. samples.Classes.Concat(samples.PredictedClasses).Distinct()];
        bool[] Is(int[] labels, int label) => [.. labels.Select(one => one == label)];
        double Support(int label) => samples.Classes.Zip(weights).Where(pair => pair.First == label).Sum(static pair => pair.Second) / weights.Sum();

        Assert.Equal(
            classes.Average(label => ClassificationScore.F1(Is(samples.Classes, label), Is(samples.PredictedClasses, label), weights)),
            ClassificationScore.F1(samples.Classes, samples.PredictedClasses, ClassAverage.Macro, weights),
            Tolerance);
        Assert.Equal(
            classes.Sum(label => Support(label) * ClassificationScore.Precision(Is(samples.Classes, label), Is(samples.PredictedClasses, label), weights)),
            ClassificationScore.Precision(samples.Classes, samples.PredictedClasses, ClassAverage.Weighted, weights),
            Tolerance);
        Assert.Equal(
            samples.Classes.Distinct().Average(label => ClassificationScore.Recall(Is(samples.Classes, label), Is(samples.PredictedClasses, label), weights)),
            ClassificationScore.BalancedAccuracy(samples.Classes, samples.PredictedClasses, weights),
            Tolerance);
        double accuracy = ClassificationScore.Accuracy(samples.Classes, samples.PredictedClasses, weights);
        Assert.Equal(accuracy, ClassificationScore.Precision(samples.Classes, samples.PredictedClasses, ClassAverage.Micro, weights), Tolerance);
        Assert.Equal(accuracy, ClassificationScore.Recall(samples.Classes, samples.PredictedClasses, ClassAverage.Micro, weights), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_classes_by_number_are_those_by_truth(int seed)
    {
        (ScoreSamples samples, double[] weights) = Draw(seed);
        int[] expected = [.. samples.Positive.Select(static one => one ? 5 : -5)];
        int[] predicted = [.. samples.PredictedPositive.Select(static one => one ? 5 : -5)];
        Assert.Equal(ClassificationScore.CohenKappa(samples.Positive, samples.PredictedPositive, weights), ClassificationScore.CohenKappa(expected, predicted, weights), Tolerance);
        Assert.Equal(Pearson(expected, predicted, weights), ClassificationScore.MatthewsCorrelation(samples.Positive, samples.PredictedPositive, weights), Tolerance);
        Assert.Equal(Pearson(expected, predicted, weights), ClassificationScore.MatthewsCorrelation(expected, predicted, weights), Tolerance);
        double[] rows = [.. samples.Probabilities.SelectMany(static one => new[] { 1 - one, one })];
        Assert.Equal(
            ClassificationScore.LogLoss(samples.Positive, samples.Probabilities, weights),
            ClassificationScore.LogLoss([.. samples.Positive.Select(static one => one ? 1 : 0)], rows, 2, weights),
            Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Distances_are_those_of_MathNet(int seed)
    {
        (ScoreSamples samples, _) = Draw(seed);
        Assert.Equal(Distance.MAE(samples.Values, samples.PredictedValues), RegressionScore.MeanAbsoluteError(samples.Values, samples.PredictedValues), Tolerance);
        Assert.Equal(Math.Sqrt(Distance.MSE(samples.Values, samples.PredictedValues)), RegressionScore.RootMeanSquaredError(samples.Values, samples.PredictedValues), Tolerance);
        double r2 = GoodnessOfFit.CoefficientOfDetermination(samples.PredictedValues, samples.Values);
        Assert.Equal(1, RegressionScore.R2(samples.Values, samples.PredictedValues) / r2, Tolerance * 10);
    }

    // The correlation of two numbers, here of -5 and 5, with weights; 0 where one does not vary.
    private static double Pearson(int[] x, int[] y, double[] weights)
    {
        double total = weights.Sum();
        double Mean(Func<int, double> of) => Enumerable.Range(0, x.Length).Sum(i => weights[i] * of(i)) / total;
        (double meanX, double meanY) = (Mean(i => x[i]), Mean(i => y[i]));
        (double varianceX, double varianceY) = (Mean(i => Math.Pow(x[i] - meanX, 2)), Mean(i => Math.Pow(y[i] - meanY, 2)));
        return y.Distinct().Count() == 1 ? 0 : Mean(i => (x[i] - meanX) * (y[i] - meanY)) / Math.Sqrt(varianceX * varianceY);
    }

    private static (ScoreSamples Samples, double[] Weights) Draw(int seed)
    {
        var random = new System.Random(seed);
        ScoreSamples samples = ScoreSamples.Draw(seed, 4 + seed);
        return (samples, [.. Enumerable.Range(0, samples.Count).Select(_ => random.NextDouble() + 0.1)]);
    }
}
