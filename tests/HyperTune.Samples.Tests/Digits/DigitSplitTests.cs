namespace HyperTune.Samples.Tests;

public class DigitSplitTests
{
    private static readonly DigitSet Digits = DigitFile.LoadEmbedded();

    [Fact]
    public void Create_anySeed_putsEveryPictureIntoExactlyOnePart()
    {
        DigitSplit split = DigitSplit.Create(Digits, seed: 1);

        IEnumerable<string> parts = new[] { split.Training, split.Validation, split.HoldOut }.SelectMany(Rows);
        Assert.Equal(Rows(Digits).Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Create_anySeed_givesEveryPartTheSameMixOfDigits()
    {
        DigitSplit split = DigitSplit.Create(Digits, seed: 1);

        Assert.All(Enumerable.Range(0, DigitSet.ClassCount), digit =>
        {
            double all = CountOf(Digits, digit);
            Assert.Equal(0.6 * all, CountOf(split.Training, digit), 1.0);
            Assert.Equal(0.2 * all, CountOf(split.Validation, digit), 1.0);
            Assert.Equal(0.2 * all, CountOf(split.HoldOut, digit), 1.0);
        });
    }

    [Fact]
    public void Create_sameSeed_givesTheSameParts()
        => Assert.Equal(Rows(DigitSplit.Create(Digits, seed: 5).HoldOut), Rows(DigitSplit.Create(Digits, seed: 5).HoldOut));

    [Fact]
    public void Create_otherSeed_givesOtherParts()
        => Assert.NotEqual(Rows(DigitSplit.Create(Digits, seed: 5).HoldOut), Rows(DigitSplit.Create(Digits, seed: 6).HoldOut));

    private static IEnumerable<string> Rows(DigitSet digits)
        => digits.Pictures.EnumerateColumns().Zip(digits.Labels, static (picture, label) => $"{string.Join(',', picture)}:{label}");

    private static int CountOf(DigitSet digits, int digit) => digits.Labels.Count(label => label == digit);
}
