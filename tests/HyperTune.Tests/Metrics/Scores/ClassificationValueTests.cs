namespace HyperTune.Tests.Scores;

/// <summary>Scores of classes against the values of scikit-learn 1.2.1, without and with weights.</summary>
public sealed class ClassificationValueTests
{
    private const double Tolerance = 1e-12;

    private static readonly int[] Classes = [0, 2, 1, -3, 2, 2, 0, 1, 1, -3, 2, 0, 1];
    private static readonly int[] PredictedClasses = [0, 1, 1, -3, 2, 0, 0, 7, 1, 2, 2, 1, 1];
    private static readonly double[] ClassWeights = [1, 0.5, 2, 1, 3, 0.25, 1, 1, 2.5, 1, 0.75, 2, 1.5];

    private static readonly bool[] Positive = [true, false, true, true, false, false, true, false, true, false];
    private static readonly bool[] PredictedPositive = [true, false, false, true, true, false, true, false, true, true];
    private static readonly double[] Scores = [0.9, 0.4, 0.4, 0.8, 0.4, 0.1, 0.7, 0.7, 0.95, 0.35];
    private static readonly double[] Weights = [1, 2, 0.5, 1, 3, 1.5, 1, 0.25, 2, 1];

    [Theory]
    [InlineData("Accuracy", 0.6153846153846154, 0.7285714285714285)]
    [InlineData("BalancedAccuracy", 0.6041666666666666, 0.6726190476190477)]
    [InlineData("MatthewsCorrelation", 0.49193548387096775, 0.6232403462153556)]
    [InlineData("CohenKappa", 0.4841269841269842, 0.6122448979591837)]
    [InlineData("Precision macro", 0.5866666666666667, 0.6768489852081183)]
    [InlineData("Recall macro", 0.4833333333333333, 0.5380952380952382)]
    [InlineData("F1 macro", 0.5142857142857142, 0.5783342051729149)]
    [InlineData("Precision micro", 0.6153846153846154, 0.7285714285714285)]
    [InlineData("Recall micro", 0.6153846153846154, 0.7285714285714285)]
    [InlineData("F1 micro", 0.6153846153846154, 0.7285714285714285)]
    [InlineData("Precision weighted", 0.6974358974358974, 0.8028207774337806)]
    [InlineData("Recall weighted", 0.6153846153846154, 0.7285714285714285)]
    [InlineData("F1 weighted", 0.6373626373626373, 0.7406478183252377)]
    public void Of_several_classes(string name, double plain, double weighted)
    {
        Assert.Equal(plain, Of(name, []), Tolerance);
        Assert.Equal(weighted, Of(name, ClassWeights), Tolerance);

        static double Of(string name, double[] weights) => name switch
        {
            "Accuracy" => ClassificationScore.Accuracy(Classes, PredictedClasses, weights),
            "BalancedAccuracy" => ClassificationScore.BalancedAccuracy(Classes, PredictedClasses, weights),
            "MatthewsCorrelation" => ClassificationScore.MatthewsCorrelation(Classes, PredictedClasses, weights),
            "CohenKappa" => ClassificationScore.CohenKappa(Classes, PredictedClasses, weights),
            "Precision macro" => ClassificationScore.Precision(Classes, PredictedClasses, ClassAverage.Macro, weights),
            "Precision micro" => ClassificationScore.Precision(Classes, PredictedClasses, ClassAverage.Micro, weights),
            "Precision weighted" => ClassificationScore.Precision(Classes, PredictedClasses, ClassAverage.Weighted, weights),
            "Recall macro" => ClassificationScore.Recall(Classes, PredictedClasses, ClassAverage.Macro, weights),
            "Recall micro" => ClassificationScore.Recall(Classes, PredictedClasses, ClassAverage.Micro, weights),
            "Recall weighted" => ClassificationScore.Recall(Classes, PredictedClasses, ClassAverage.Weighted, weights),
            "F1 macro" => ClassificationScore.F1(Classes, PredictedClasses, ClassAverage.Macro, weights),
            "F1 micro" => ClassificationScore.F1(Classes, PredictedClasses, ClassAverage.Micro, weights),
            "F1 weighted" => ClassificationScore.F1(Classes, PredictedClasses, ClassAverage.Weighted, weights),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    [Theory]
    [InlineData("Accuracy", 0.7, 0.660377358490566)]
    [InlineData("BalancedAccuracy", 0.7, 0.6964809384164223)]
    [InlineData("MatthewsCorrelation", 0.408248290463863, 0.414826885286943)]
    [InlineData("CohenKappa", 0.4, 0.35973154362416115)]
    [InlineData("Precision", 0.6666666666666666, 0.5555555555555556)]
    [InlineData("Recall", 0.8, 0.9090909090909091)]
    [InlineData("F1", 0.7272727272727272, 0.6896551724137931)]
    [InlineData("RocAuc", 0.9, 0.9648093841642229)]
    [InlineData("AveragePrecision", 0.885, 0.9469445283398772)]
    [InlineData("LogLoss", 0.4414530520780673, 0.35395139434819456)]
    [InlineData("Brier", 0.14450000000000002, 0.10452830188679249)]
    public void Of_two_classes(string name, double plain, double weighted)
    {
        Assert.Equal(plain, Of(name, []), Tolerance);
        Assert.Equal(weighted, Of(name, Weights), Tolerance);

        static double Of(string name, double[] weights) => name switch
        {
            "Accuracy" => ClassificationScore.Accuracy(Positive, PredictedPositive, weights),
            "BalancedAccuracy" => ClassificationScore.BalancedAccuracy(Positive, PredictedPositive, weights),
            "MatthewsCorrelation" => ClassificationScore.MatthewsCorrelation(Positive, PredictedPositive, weights),
            "CohenKappa" => ClassificationScore.CohenKappa(Positive, PredictedPositive, weights),
            "Precision" => ClassificationScore.Precision(Positive, PredictedPositive, weights),
            "Recall" => ClassificationScore.Recall(Positive, PredictedPositive, weights),
            "F1" => ClassificationScore.F1(Positive, PredictedPositive, weights),
            "RocAuc" => ClassificationScore.RocAuc(Positive, Scores, weights),
            "AveragePrecision" => ClassificationScore.AveragePrecision(Positive, Scores, weights),
            "LogLoss" => ClassificationScore.LogLoss(Positive, Scores, weights),
            "Brier" => ClassificationScore.Brier(Positive, Scores, weights),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    [Fact]
    public void Log_loss_of_several_classes()
    {
        int[] expected = [0, 2, 1, 1, 2];
        double[] probabilities = [0.7, 0.2, 0.1, 0.1, 0.3, 0.6, 0.25, 0.5, 0.25, 0.125, 0, 0.875, 0.05, 0.9, 0.05];
        Assert.Equal(8.120006682187164, ClassificationScore.LogLoss(expected, probabilities, classCount: 3), Tolerance);
        Assert.Equal(9.797685356496734, ClassificationScore.LogLoss(expected, probabilities, classCount: 3, [1, 2, 0.5, 1.5, 1]), Tolerance);
    }

    [Fact]
    public void Log_loss_of_a_sure_and_wrong_prediction_is_finite()
        => Assert.Equal(12.014551129705717, ClassificationScore.LogLoss([true, false, true], [0, 0, 1]), Tolerance);
}
