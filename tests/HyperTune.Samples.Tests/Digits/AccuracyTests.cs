namespace HyperTune.Samples.Tests;

public class AccuracyTests
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_publishedCases_agrees(int correct, int count, double low, double high)
    {
        (double actualLow, double actualHigh) = new Accuracy(correct, count).Interval;

        Assert.Equal(low, actualLow, 0.00005);
        Assert.Equal(high, actualHigh, 0.00005);
    }

    [Fact]
    public void Interval_noError_endsAtOne() => Assert.Equal(1, new Accuracy(20, 20).Interval.High);

    [Fact]
    public void Of_verdicts_countsTheRightOnes()
        => Assert.Equal(new Accuracy(2, 3), Accuracy.Of([true, false, true]));
}
