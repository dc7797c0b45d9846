namespace HyperTune.Tests;

/// <summary>What a limit leaves of a distribution.</summary>
public sealed class RangeWindowTests
{
    public static TheoryData<string> Kinds { get; } = ["uniform", "whole", "steps", "log", "log whole", "normal"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_place_is_a_value_within_the_limit_and_every_value_has_its_place(string kind)
    {
        Distribution distribution = Of(kind);
        var random = new RandomStream(2);
        for (int i = 0; i < 2000; i++)
        {
            double limit = distribution.Low + (random.NextUnit() * (distribution.High - distribution.Low));
            limit = random.NextUnit() < 0.5 ? distribution.Snap(limit) : limit;
            double place = random.NextInteger(8) switch { 0 => 0, 1 => 1, _ => random.NextUnit() };
            foreach (bool isUpper in (bool[])[true, false])
            {
                RangeWindow window = isUpper ? RangeWindow.UpTo(distribution, limit) : RangeWindow.From(distribution, limit);
                double value = window.FromUnit(place);
                Assert.True(distribution.Contains(value), $"{value} at {place} with the limit {limit}");
                Assert.True(isUpper ? value <= limit : value >= limit, $"{value} at {place} is beyond {limit}");
                double back = window.FromUnit(window.ToUnit(value));
                Assert.Equal(value, back, distribution.IsContinuous ? 1e-9 * Math.Max(1, Math.Abs(value)) : 0);
                Assert.Equal(value, window.Clamp(value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Places_keep_the_order_of_values_and_reach_both_ends(string kind)
    {
        Distribution distribution = Of(kind);
        double limit = distribution.Snap(distribution.FromUnit(0.6));
        RangeWindow window = RangeWindow.UpTo(distribution, limit);
        double[] values = [.. Enumerable.Range(0, 201).Select(i => window.FromUnit(i / 200.0))];
        Assert.Equal(values.Order(), values);
        Assert.Equal(distribution.FromUnit(0), values[0]);
        Assert.Equal(limit, values[^1], 1e-12);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_a_limit_the_range_is_whole(string kind)
    {
        Distribution distribution = Of(kind);
        foreach (double limit in (double[])[double.NaN, distribution.High, 1e9])
        {
            Assert.All((double[])[0, 0.1, 0.5, 0.999, 1], place => Assert.Equal(distribution.FromUnit(place), RangeWindow.UpTo(distribution, limit).FromUnit(place)));
        }
    }

    [Fact]
    public void Whole_numbers_left_are_equally_likely()
    {
        RangeWindow window = RangeWindow.UpTo(new UniformDistribution(1, 64, 1), 3.7);
        Assert.Equal([1, 1, 2, 2, 3, 3], new[] { 0, 0.33, 0.34, 0.66, 0.67, 1 }.Select(place => window.FromUnit(place)));
    }

    [Fact]
    public void Where_one_value_is_left_it_lies_in_the_middle()
    {
        RangeWindow window = RangeWindow.UpTo(new UniformDistribution(0, 1), 0);
        Assert.Equal(0, window.FromUnit(0.7));
        Assert.Equal(0.5, window.ToUnit(0));
    }

    private static Distribution Of(string kind) => kind switch
    {
        "uniform" => new UniformDistribution(-1, 5),
        "whole" => new UniformDistribution(1, 64, 1),
        "steps" => new UniformDistribution(0, 1, 0.1),
        "log" => new LogUniformDistribution(0.001, 10),
        "log whole" => new LogUniformDistribution(1, 1000, isInteger: true),
        _ => new NormalDistribution(0, 1, -2, 2),
    };
}
