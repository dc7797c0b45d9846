namespace HyperTune.Tests;

/// <summary>What is left of a distribution has exactly its values within the limits, with the same chances among each other.</summary>
public sealed class NarrowedDistributionTests
{
    public static TheoryData<string> Kinds => DrawnDistributions.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_part_has_the_values_within_the_limits_and_no_others(string kind)
    {
        foreach ((Distribution whole, RandomStream seeded) in DrawnDistributions.Of(kind))
        {
            RandomStream random = seeded;
            double low = whole.FromUnit(random.NextUnit() * 0.6);
            double high = whole.FromUnit(0.6 + (random.NextUnit() * 0.4));
            Distribution part = whole.Narrow(low, high)!;
            Assert.NotNull(part);
            Assert.Equal(low, part.Low, 1e-9);
            Assert.Equal(high, part.High, 1e-9);
            for (int draw = 0; draw < 30; draw++)
            {
                double value = part.FromUnit(random.NextUnit());
                Assert.True(whole.Contains(value) && part.Contains(value), $"{value} of {part} in {whole}");
                Assert.Equal(value, part.FromUnit(part.ToUnit(value)), Math.Max(1e-9, Math.Abs(value) * 1e-9));
                double other = whole.FromUnit(random.NextUnit());
                Assert.Equal(other >= low && other <= high, part.Contains(other));
                Assert.InRange(part.Snap(other), part.Low, part.High);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Values_of_a_part_have_the_chances_that_they_had_in_the_whole(string kind)
    {
        foreach ((Distribution whole, RandomStream seeded) in DrawnDistributions.Of(kind).Take(50))
        {
            RandomStream random = seeded;
            double low = whole.FromUnit(0.1 + (random.NextUnit() * 0.3));
            double high = whole.FromUnit(0.6 + (random.NextUnit() * 0.3));
            Distribution part = whole.Narrow(low, high)!;
            if (part.IsConstant)
            {
                continue;
            }

            // Places in the part are places in the whole, moved and stretched.
            double begin = whole.CellAt(whole.ToUnit(low)).Begin;
            double end = whole.CellAt(whole.ToUnit(high)).End;
            for (int draw = 0; draw < 20; draw++)
            {
                double value = part.FromUnit(random.NextUnit());
                Assert.Equal((whole.ToUnit(value) - begin) / (end - begin), part.ToUnit(value), 1e-6);
            }
        }
    }

    [Fact]
    public void Nothing_is_left_between_two_values_or_outside()
    {
        Assert.Null(new UniformDistribution(0, 10, 5).Narrow(1, 4));
        Assert.Null(new UniformDistribution(0, 10).Narrow(11, 12));
        Assert.Null(new LogUniformDistribution(1, 10, isInteger: true).Narrow(2.1, 2.9));
        Assert.Null(new NormalDistribution(0, 1, -3, 3, isInteger: true).Narrow(0.1, 0.9));
        Assert.Null(new OrdinalDistribution(["a", "b"]).Narrow(0.2, 0.8));
    }

    [Fact]
    public void An_end_that_differs_from_a_value_of_the_grid_by_rounding_is_that_value()
    {
        Distribution part = new UniformDistribution(0, 1, 0.1).Narrow(3 * 0.1, 7 * 0.1)!;
        Assert.Equal([0.3, 0.4, 0.5, 0.6, 0.7], Enumerable.Range(0, (int)part.Count!.Value).Select(index => part.FromIndex(index)));
    }

    [Fact]
    public void Values_of_a_list_keep_their_places_in_it()
    {
        ListDistribution part = new ChoiceDistribution(["a", "b", "c", "d"]).Keep([3, 1])!;
        Assert.Equal([1, 3], [part.FromIndex(0), part.FromIndex(1)]);
        Assert.Equal([1, 1, 3, 3], ((double[])[0, 0.49, 0.5, 1]).Select(part.FromUnit));
        Assert.Equal([0.25, 0.75], [part.ToUnit(1), part.ToUnit(3)]);
        Assert.Equal([-1, 0, -1, 1], Enumerable.Range(0, 4).Select(index => part.PlaceOf(index)));
        Assert.Equal(["b", "d"], part.KeptLabels);
        Assert.Equal("One of b, d", $"{part}");
        Assert.Equal(2, part.Count);
        Assert.Null(part.Keep([0, 2]));
        Assert.Equal([3], [part.Keep([0, 3])!.FromIndex(0)]);
        Assert.True(new ChoiceDistribution(["a", "b", "c", "d"]).Covers(part));
        Assert.False(part.Covers(new ChoiceDistribution(["a", "b", "c", "d"])));
    }
}
