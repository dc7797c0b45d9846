namespace HyperTune.Tests.Scores;

/// <summary>Scores of numbers against the values of scikit-learn 1.2.1, without and with weights.</summary>
public sealed class RegressionValueTests
{
    private const double Tolerance = 1e-12;

    private static readonly double[] Expected = [3, -0.5, 2, 7, 4.25, 1.5];
    private static readonly double[] Predicted = [2.5, 0.25, 2, 8, 4, -1];
    private static readonly double[] Weights = [1, 2, 0.5, 1, 0, 3];

    [Theory]
    [InlineData("MAE", 0.8333333333333334, 1.4)]
    [InlineData("RMSE", 1.1636866703140785, 1.6782927833565473)]
    [InlineData("MAPE", 0.5891690009337068, 1.107936507936508)]
    [InlineData("R2", 0.7535545023696683, 0.4613259668508287)]
    public void Of_numbers(string name, double plain, double weighted)
    {
        Assert.Equal(plain, Of(name, []), Tolerance);
        Assert.Equal(weighted, Of(name, Weights), Tolerance);

        static double Of(string name, double[] weights) => name switch
        {
            "MAE" => RegressionScore.MeanAbsoluteError(Expected, Predicted, weights),
            "RMSE" => RegressionScore.RootMeanSquaredError(Expected, Predicted, weights),
            "MAPE" => RegressionScore.MeanAbsolutePercentageError(Expected, Predicted, weights),
            "R2" => RegressionScore.R2(Expected, Predicted, weights),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    [Theory]
    [InlineData(0.1, 0.31666666666666665, 0.4066666666666667)]
    [InlineData(0.5, 0.4166666666666667, 0.7)]
    [InlineData(0.9, 0.5166666666666667, 0.9933333333333334)]
    public void Of_quantiles(double quantile, double plain, double weighted)
    {
        Assert.Equal(plain, RegressionScore.QuantileLoss(Expected, Predicted, quantile), Tolerance);
        Assert.Equal(weighted, RegressionScore.QuantileLoss(Expected, Predicted, quantile, Weights), Tolerance);
    }

    [Theory]
    [InlineData(1e-170)]
    [InlineData(1e200)]
    public void Squares_neither_vanish_nor_overflow(double unit)
    {
        double[] expected = [.. Expected.Select(value => value * unit)];
        double[] predicted = [.. Predicted.Select(value => value * unit)];
        Assert.Equal(1.1636866703140785, RegressionScore.RootMeanSquaredError(expected, predicted) / unit, Tolerance);
        Assert.Equal(0.7535545023696683, RegressionScore.R2(expected, predicted), Tolerance);
    }

    [Fact]
    public void Perfect_predictions_have_no_error()
    {
        Assert.Equal(0, RegressionScore.RootMeanSquaredError(Expected, Expected));
        Assert.Equal(1, RegressionScore.R2(Expected, Expected));
        Assert.Equal(0, RegressionScore.R2([1, 2, 3], [2, 2, 2]));
    }
}
