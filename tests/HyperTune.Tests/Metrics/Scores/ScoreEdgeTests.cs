namespace HyperTune.Tests.Scores;

public sealed class ScoreEdgeTests
{
    [Fact]
    public void Nothing_to_divide_by_gives_0()
    {
        Assert.Equal(0, ClassificationScore.Precision([true, true], [false, false]));
        Assert.Equal(0, ClassificationScore.Recall([false, false], [true, false]));
        Assert.Equal(0, ClassificationScore.F1([false, false], [false, false]));
        Assert.Equal(0, ClassificationScore.Precision([1, 1], [2, 2], ClassAverage.Macro));
        Assert.Equal(0, ClassificationScore.MatthewsCorrelation([1, 2, 2], [3, 3, 3]));
        Assert.Equal(0, ClassificationScore.MatthewsCorrelation([3, 3, 3], [1, 2, 2], [0.1, 0.2, 0.3]));
        Assert.Equal(0, ClassificationScore.MatthewsCorrelation([true, true, true], [true, false, false], [0.1, 0.2, 0.3]));
        Assert.Equal(0, ClassificationScore.CohenKappa([4, 4, 4], [4, 4, 4], [0.1, 0.2, 0.3]));
    }

    [Fact]
    public void Right_everywhere_is_1_and_wrong_everywhere_is_the_other_end()
    {
        Assert.Equal(1, ClassificationScore.MatthewsCorrelation([1, 2, 3], [1, 2, 3], [0.1, 0.7, 0.3]));
        Assert.Equal(1, ClassificationScore.CohenKappa([1, 2, 3], [1, 2, 3], [0.1, 0.7, 0.3]));
        Assert.Equal(-1, ClassificationScore.MatthewsCorrelation([true, false], [false, true]));
        Assert.Equal(-1, ClassificationScore.CohenKappa([true, false], [false, true]));
        Assert.Equal(0, ClassificationScore.LogLoss([true, false], [1, 0]));
        Assert.Equal(1, ClassificationScore.Brier([true, false], [0, 1]));
        Assert.Equal(1, ClassificationScore.RocAuc([true, false, true], [2, 1, 3], [0.1, 0.2, 0.3]));
        Assert.Equal(0, ClassificationScore.RocAuc([true, false, true], [1, 2, 1], [0.1, 0.2, 0.3]));
    }

    [Fact]
    public void Ties_count_half() => Assert.Equal(0.5, ClassificationScore.RocAuc([true, false, true, false, false], [3, 3, 3, 3, 3]));

    [Fact]
    public void Zeros_of_either_sign_tie_and_infinities_are_in_order()
    {
        Assert.Equal(0.5, ClassificationScore.RocAuc([true, false], [0.0, -0.0]));
        Assert.Equal(1, ClassificationScore.RocAuc([true, false, true], [double.PositiveInfinity, double.NegativeInfinity, 0]));
    }

    [Fact]
    public void Class_that_is_never_expected_counts_for_F1_and_not_for_balanced_accuracy()
    {
        Assert.Equal(1.0 / 3, ClassificationScore.F1([1, 1], [1, 9], ClassAverage.Macro));
        Assert.Equal(0.5, ClassificationScore.BalancedAccuracy([1, 1], [1, 9]));
    }

    [Fact]
    public void Classes_may_be_any_numbers()
        => Assert.Equal(0.75, ClassificationScore.Accuracy([int.MinValue, int.MaxValue, 0, -1], [int.MinValue, int.MaxValue, 0, 1]));
}
