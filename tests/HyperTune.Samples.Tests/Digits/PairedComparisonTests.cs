namespace HyperTune.Samples.Tests;

public class PairedComparisonTests
{
    [Fact]
    public void Of_verdicts_countsWhatOnlyOneReadsRight()
        => Assert.Equal(
            new PairedComparison(OnlyFirstRight: 2, OnlySecondRight: 1),
            PairedComparison.Of([true, true, true, false, false], [true, false, false, true, false]));

    // The p-value is twice a sum of binomial coefficients over a power of two.
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(5, 0, 2.0 / 32)]
    [InlineData(0, 5, 2.0 / 32)]
    [InlineData(1, 7, 2.0 * (1 + 8) / 256)]
    [InlineData(8, 2, 2.0 * (1 + 10 + 45) / 1024)]
    public void PValue_smallCounts_isTheBinomialSum(int onlyFirst, int onlySecond, double expected)
        => Assert.Equal(expected, new PairedComparison(onlyFirst, onlySecond).PValue, 1e-12);
}
