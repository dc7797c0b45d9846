namespace HyperTune.Tests;

/// <summary>What is wrong with a plan is said before anything runs: the thing, the value and what is allowed.</summary>
public sealed class FoldPlanErrorTests
{
    [Theory]
    [InlineData(1, "1 folds are not possible: the number of folds must be from 2 to 10, the number of samples.")]
    [InlineData(11, "11 folds are not possible: the number of folds must be from 2 to 10, the number of samples.")]
    public void Folds_must_be_at_least_two_and_at_most_the_samples(int k, string message)
        => Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>("k", () => Folds.KFold(10, k)).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_samples_there_are_no_folds()
        => Assert.Contains("at least 2 samples to split, and there are 0", Assert.Throws<ArgumentOutOfRangeException>("k", () => Folds.KFold(0, 5)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_class_that_is_too_rare_is_named()
    {
        string[] labels = ["a", "a", "a", "b", "b", "b", "c"];
        ArgumentException error = Assert.Throws<ArgumentException>("labels", () => Folds.Stratified(labels, 3));
        Assert.StartsWith("Class 'c' has 1 samples; for 3 folds it must have at least 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_in_too_few_groups_is_named()
    {
        int[] labels = [0, 0, 0, 1, 1, 1];
        int[] groups = [1, 2, 3, 1, 2, 2];
        ArgumentException error = Assert.Throws<ArgumentException>("labels", () => Folds.StratifiedGrouped<int, int>(labels, groups, 3));
        Assert.StartsWith("Class '1' has 2 groups; for 3 folds it must have at least 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_label_is_named()
    {
        string[] labels = ["a", null!, "a"];
        Assert.StartsWith("Sample 1 has no label", Assert.Throws<ArgumentException>("labels", () => Folds.Stratified(labels, 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_must_be_as_many_as_folds()
    {
        int[] groups = [1, 1, 2, 2];
        Assert.Contains("from 2 to 2, the number of groups", Assert.Throws<ArgumentOutOfRangeException>("k", () => Folds.Grouped(groups, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_and_groups_must_be_as_many()
    {
        int[] labels = [0, 1];
        int[] groups = [1];
        Assert.StartsWith("There are 2 labels and 1 groups", Assert.Throws<ArgumentException>("groups", () => Folds.StratifiedGrouped<int, int>(labels, groups, 2)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 5, 5, null)]
    [InlineData(10, 3, 0, 4)]
    [InlineData(3, 3, 0, null)]
    public void A_time_series_needs_something_to_train_on(int count, int k, int gap, int? size)
        => Assert.Contains("samples to train on in the first fold", Assert.Throws<ArgumentOutOfRangeException>(() => Folds.TimeSeries(count, k, gap, size)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_share_is_between_0_and_1(double share) => Assert.Throws<ArgumentOutOfRangeException>("share", () => Folds.HoldOut(10, share));

    [Fact]
    public void Other_numbers_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Folds.LeaveOneOut(1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Folds.HoldOut(1));
        Assert.Throws<ArgumentOutOfRangeException>("resamples", () => Folds.Bootstrap(10, 0));
        Assert.Throws<ArgumentOutOfRangeException>("times", () => Folds.Repeated(Folds.KFold(10, 2), 0));
        Assert.Throws<ArgumentOutOfRangeException>("gap", () => Folds.TimeSeries(10, 2, gap: -1));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => Folds.TimeSeries(10, 2, window: 0));
    }
}
