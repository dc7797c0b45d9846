namespace HyperTune.Tests.Scores;

/// <summary>Each error names the argument, its value and what is allowed.</summary>
public sealed class ScoreErrorTests
{
    public static TheoryData<string> Names => AllScores.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_are_at_least_one(string name)
    {
        var empty = new ScoreSamples([], [], [], [], [], [], [], []);
        Throws("expected", "at least one", () => AllScores.ByName[name](empty, []));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_are_one_for_each_sample_and_sum_to_something(string name)
    {
        ScoreSamples samples = ScoreSamples.Draw(1, 3);
        Throws("weights", "2 weights for 3 samples; there must be one for each", () => AllScores.ByName[name](samples, [1, 1]));
        Throws("weights", "The weight at 1 must be at least 0 and finite.", () => AllScores.ByName[name](samples, [1, -0.5, 1]), -0.5);
        Throws("weights", "The weight at 2 must be at least 0 and finite.", () => AllScores.ByName[name](samples, [1, 1, double.NaN]), double.NaN);
        Throws("weights", "The weight at 0 must be at least 0 and finite.", () => AllScores.ByName[name](samples, [double.PositiveInfinity, 1, 1]), double.PositiveInfinity);
        Throws("weights", "The sum of the weights must be above 0 and finite.", () => AllScores.ByName[name](samples, [0, 0, 0]), 0.0);
        Throws("weights", "The sum of the weights must be above 0 and finite.", () => AllScores.ByName[name](samples, [1e308, 1e308, 1]), double.PositiveInfinity);
    }

    [Fact]
    public void Lengths_are_the_same()
    {
        ScoreSamples longer = ScoreSamples.Draw(1, 4);
        ScoreSamples samples = ScoreSamples.Draw(1, 3) with
        {
            PredictedClasses = longer.PredictedClasses,
            PredictedPositive = longer.PredictedPositive,
            Probabilities = longer.Probabilities,
            ClassProbabilities = longer.ClassProbabilities,
            PredictedValues = longer.PredictedValues,
        };
        Assert.All(AllScores.ByName, score =>
        {
            string argument = score.Key switch
            {
                "RocAuc" or "AveragePrecision" => "scores",
                "LogLoss" or "LogLoss of two" or "Brier" => "probabilities",
                _ => "predicted",
            };
            Throws(argument, "there must be one for each", () => score.Value(samples, []));
        });
    }

    [Fact]
    public void Areas_need_both_classes()
    {
        Throws("expected", "positive; there must be at least one positive and one negative", static () => ClassificationScore.RocAuc([true, true], [1, 2]));
        Throws("expected", "negative; there must be at least one positive and one negative", static () => ClassificationScore.RocAuc([false], [1]));
        Throws("expected", "positive; there must be at least one positive and one negative", static () => ClassificationScore.RocAuc([true, false], [1, 2], [1, 0]));
        Throws("expected", "negative; there must be at least one positive and one negative", static () => ClassificationScore.AveragePrecision([false, false], [1, 2]));
        Throws("expected", "positive; there must be at least one positive and one negative", static () => ClassificationScore.AveragePrecision([true, true], [1, 2]));
        Throws("scores", "The score at 1 must be a number.", static () => ClassificationScore.RocAuc([true, false], [1, double.NaN]), double.NaN);
        Throws("scores", "The score at 0 must be a number.", static () => ClassificationScore.AveragePrecision([true, false], [double.NaN, 1]), double.NaN);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Probabilities_are_from_0_to_1(double probability)
    {
        Throws("probabilities", "The probability at 1 must be from 0 to 1.", () => ClassificationScore.LogLoss([true, false], [1, probability]), probability);
        Throws("probabilities", "The probability at 1 must be from 0 to 1.", () => ClassificationScore.Brier([true, false], [1, probability]), probability);
        Throws("probabilities", "The probability at 2 must be from 0 to 1.", () => ClassificationScore.LogLoss([0, 1], [0, 1, probability, 1], 2), probability);
    }

    [Fact]
    public void Probabilities_of_classes_fit_the_classes()
    {
        Throws("probabilities", "The probabilities of sample 1 must sum to 1.", static () => ClassificationScore.LogLoss([0, 1], [0.5, 0.5, 0.25, 0.5], 2), 0.75);
        Throws("expected", "The class at 1 must be from 0 to 1.", static () => ClassificationScore.LogLoss([0, 2], [0.5, 0.5, 0.5, 0.5], 2), 2);
        Throws("expected", "The class at 0 must be from 0 to 1.", static () => ClassificationScore.LogLoss([-1, 1], [0.5, 0.5, 0.5, 0.5], 2), -1);
        Throws("classCount", "2", static () => ClassificationScore.LogLoss([0, 0], [1, 1], 1), 1);
        Assert.Equal(-Math.Log(0.5), ClassificationScore.LogLoss([0], [0.5, 0.5005], 2));
    }

    [Fact]
    public void Average_is_one_of_three()
        => Throws("average", "Macro, Micro or Weighted", static () => ClassificationScore.F1([1], [1], (ClassAverage)7), (ClassAverage)7);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Values_are_finite(double value)
    {
        ScoreSamples expected = ScoreSamples.Draw(1, 3);
        ScoreSamples predicted = ScoreSamples.Draw(1, 3);
        expected.Values[1] = value;
        predicted.PredictedValues[2] = value;
        Assert.All(AllScores.ByName.Where(static score => typeof(RegressionScore).GetMethod(score.Key) is not null), score =>
        {
            Throws("expected", "The value at 1 of expected must be finite.", () => score.Value(expected, []), value);
            Throws("predicted", "The value at 2 of predicted must be finite.", () => score.Value(predicted, []), value);
        });
    }

    [Fact]
    public void Values_vary_or_are_not_0_where_a_score_divides_by_them()
    {
        Throws("expected", "The value at 1 of expected must not be 0", static () => RegressionScore.MeanAbsolutePercentageError([1, 0], [1, 1]), 0.0);
        Throws("expected", "All expected values are 0.1; there must be at least two different ones.", static () => RegressionScore.R2([0.1, 0.1, 0.1], [1, 2, 3]));
        Throws("expected", "All expected values are 5; there must be at least two different ones.", static () => RegressionScore.R2([5, 6], [1, 2], [1, 0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Quantile_is_inside_0_and_1(double quantile)
        => Throws("quantile", "The quantile must be above 0 and below 1.", () => RegressionScore.QuantileLoss([1], [1], quantile), quantile);

    private static void Throws(string argument, string message, Func<object> score, object? value = null)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(score);
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains(message, exception.Message);
        Assert.Equal(value, (exception as ArgumentOutOfRangeException)?.ActualValue);
    }
}
