using HyperTune.CompilerServices;

namespace HyperTune.Tests.CompilerServices;

/// <summary>Listed values, few that are looked through and many that are hashed.</summary>
public sealed class ListedValuesTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(300)]
    public void Values_and_their_indices_lead_to_each_other(int count)
    {
        var numbers = new ListedValues<int?>("N", [.. Enumerable.Range(1, count - 1).Select(static number => (int?)(number * 7)), null]);
        var texts = new ListedStrings("T", [.. Enumerable.Range(1, count - 1).Select(static number => $"t{number}"), null]);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(i, numbers.Encode(numbers.Decode(i)));
            Assert.Equal(i, texts.Encode(texts.Decode(i)));
        }

        Assert.Equal(double.NaN, numbers.Encode(6));
        Assert.Equal(double.NaN, texts.Encode("T1"));
        Assert.Throws<ArgumentOutOfRangeException>(() => numbers.Decode(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => texts.Decode(-1));
    }
}
