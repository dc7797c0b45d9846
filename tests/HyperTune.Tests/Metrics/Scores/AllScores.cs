namespace HyperTune.Tests.Scores;

/// <summary>Every score, over the samples that it is of.</summary>
internal static class AllScores
{
    public static readonly IReadOnlyDictionary<string, Func<ScoreSamples, double[], double>> ByName = new Dictionary<string, Func<ScoreSamples, double[], double>>
    {
        ["Accuracy"] = static (s, w) => ClassificationScore.Accuracy(s.Classes, s.PredictedClasses, w),
        ["Accuracy of two"] = static (s, w) => ClassificationScore.Accuracy(s.Positive, s.PredictedPositive, w),
        ["BalancedAccuracy"] = static (s, w) => ClassificationScore.BalancedAccuracy(s.Classes, s.PredictedClasses, w),
        ["BalancedAccuracy of two"] = static (s, w) => ClassificationScore.BalancedAccuracy(s.Positive, s.PredictedPositive, w),
        ["Precision, macro"] = static (s, w) => ClassificationScore.Precision(s.Classes, s.PredictedClasses, ClassAverage.Macro, w),
        ["Precision, weighted"] = static (s, w) => ClassificationScore.Precision(s.Classes, s.PredictedClasses, ClassAverage.Weighted, w),
        ["Precision of two"] = static (s, w) => ClassificationScore.Precision(s.Positive, s.PredictedPositive, w),
        ["Recall, macro"] = static (s, w) => ClassificationScore.Recall(s.Classes, s.PredictedClasses, ClassAverage.Macro, w),
        ["Recall, weighted"] = static (s, w) => ClassificationScore.Recall(s.Classes, s.PredictedClasses, ClassAverage.Weighted, w),
        ["Recall of two"] = static (s, w) => ClassificationScore.Recall(s.Positive, s.PredictedPositive, w),
        ["F1, macro"] = static (s, w) => ClassificationScore.F1(s.Classes, s.PredictedClasses, ClassAverage.Macro, w),
        ["F1, micro"] = static (s, w) => ClassificationScore.F1(s.Classes, s.PredictedClasses, ClassAverage.Micro, w),
        ["F1, weighted"] = static (s, w) => ClassificationScore.F1(s.Classes, s.PredictedClasses, ClassAverage.Weighted, w),
        ["F1 of two"] = static (s, w) => ClassificationScore.F1(s.Positive, s.PredictedPositive, w),
        ["MatthewsCorrelation"] = static (s, w) => ClassificationScore.MatthewsCorrelation(s.Classes, s.PredictedClasses, w),
        ["MatthewsCorrelation of two"] = static (s, w) => ClassificationScore.MatthewsCorrelation(s.Positive, s.PredictedPositive, w),
        ["CohenKappa"] = static (s, w) => ClassificationScore.CohenKappa(s.Classes, s.PredictedClasses, w),
        ["CohenKappa of two"] = static (s, w) => ClassificationScore.CohenKappa(s.Positive, s.PredictedPositive, w),
        ["RocAuc"] = static (s, w) => ClassificationScore.RocAuc(s.Positive, s.Probabilities, w),
        ["AveragePrecision"] = static (s, w) => ClassificationScore.AveragePrecision(s.Positive, s.Probabilities, w),
        ["LogLoss of two"] = static (s, w) => ClassificationScore.LogLoss(s.Positive, s.Probabilities, w),
        ["LogLoss"] = static (s, w) => ClassificationScore.LogLoss(s.Classes, [.. s.ClassProbabilities.SelectMany(static row => row)], ScoreSamples.ClassCount, w),
        ["Brier"] = static (s, w) => ClassificationScore.Brier(s.Positive, s.Probabilities, w),
        ["MeanAbsoluteError"] = static (s, w) => RegressionScore.MeanAbsoluteError(s.Values, s.PredictedValues, w),
        ["RootMeanSquaredError"] = static (s, w) => RegressionScore.RootMeanSquaredError(s.Values, s.PredictedValues, w),
        ["MeanAbsolutePercentageError"] = static (s, w) => RegressionScore.MeanAbsolutePercentageError(s.Values, s.PredictedValues, w),
        ["R2"] = static (s, w) => RegressionScore.R2(s.Values, s.PredictedValues, w),
        ["QuantileLoss"] = static (s, w) => RegressionScore.QuantileLoss(s.Values, s.PredictedValues, 0.8, w),
    };

    public static TheoryData<string> Names => [.. ByName.Keys];
}
