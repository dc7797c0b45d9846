using System.Runtime.InteropServices;

namespace HyperTune.Tests;

public sealed class RandomStreamTests
{
    /// <summary>The generator's published test: the first numbers from the state 1, 2, 3, 4.</summary>
    [Fact]
    public void The_numbers_are_those_of_xoshiro256_plus_plus()
    {
        RandomStream random = OfState(1, 2, 3, 4);
        ulong[] numbers = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64(), random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];
        Assert.Equal([41943041UL, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205, 9973669472204895162], numbers);
    }

    /// <summary>Computed by a second program: the numbers behind a seed are a promise to everybody who wrote down a seed.</summary>
    [Theory]
    [InlineData(0, 0, 0x84f09bf307c1073a, 0xc82ffb597ceee51b)]
    [InlineData(42, 7, 0xf1e8e70c151bddd1, 0x9f4158c275c54ccb)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, 0x77e69965f4143988, 0x41d432801e9cf691)]
    public void A_seed_and_a_stream_give_the_same_numbers_for_ever(ulong seed, ulong stream, ulong first, ulong second)
    {
        var random = new RandomStream(seed, stream);
        Assert.Equal(first, random.NextUInt64());
        Assert.Equal(second, random.NextUInt64());
    }

    [Fact]
    public void Neither_end_of_the_unit_interval_occurs()
    {
        RandomStream highest = OfState(ulong.MaxValue, 0, 0, 1);
        Assert.Equal(Math.BitDecrement(1), highest.NextUnit());
        RandomStream lowest = OfState(0, 1, 1, 0);
        Assert.Equal(Math.ScaleB(1, -54), lowest.NextUnit());
        highest = OfState(ulong.MaxValue, 0, 0, 1);
        Assert.True(double.IsFinite(highest.NextNormal()));
    }

    [Fact]
    public void Units_and_integers_are_evenly_spread()
    {
        const int Draws = 100_000;
        const int Cells = 10;
        var random = new RandomStream(3);
        int[] ofUnits = new int[Cells];
        int[] ofIntegers = new int[Cells];
        for (int i = 0; i < Draws; i++)
        {
            ofUnits[(int)(random.NextUnit() * Cells)]++;
            ofIntegers[random.NextInteger(Cells)]++;
        }

        // The 99.9 % quantile of chi-square with 9 degrees of freedom.
        Assert.InRange(ChiSquare(ofUnits), 0, 27.9);
        Assert.InRange(ChiSquare(ofIntegers), 0, 27.9);
    }

    [Fact]
    public void Every_order_of_a_shuffle_is_equally_likely()
    {
        var random = new RandomStream(4);
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 24_000; i++)
        {
            char[] letters = ['a', 'b', 'c', 'd'];
            random.Shuffle<char>(letters);
            string order = new(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        // The 99.9 % quantile of chi-square with 23 degrees of freedom.
        Assert.Equal(24, counts.Count);
        Assert.InRange(ChiSquare([.. counts.Values]), 0, 49.7);
    }

    internal static double ChiSquare(int[] counts)
    {
        double expected = counts.Average();
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private static RandomStream OfState(params ulong[] state) => MemoryMarshal.Cast<ulong, RandomStream>(state)[0];
}
