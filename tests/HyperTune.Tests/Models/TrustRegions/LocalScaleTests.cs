using HyperTune.Models.TrustRegions;

namespace HyperTune.Tests;

public sealed class LocalScaleTests
{
    public static TheoryData<double?> Shifts => [null, 1e-4, 0.5, 30];

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Difference_of_an_output_is_that_whose_output_it_is(double? shift)
    {
        LocalScale scale = ScaleOf(shift);
        double lowest = -(shift ?? 100);
        for (double share = 0; share <= 1; share += 0.01)
        {
            double difference = lowest + (share * share * 1000);
            Assert.Equal(difference, scale.Invert(scale.Apply(difference)), 1e-9);
        }

        Assert.Equal(0, scale.Apply(0));
    }

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Slope_is_that_of_the_difference_by_its_output(double? shift)
    {
        LocalScale scale = ScaleOf(shift);
        foreach (double output in (double[])[-0.005, 0, 0.3, 7])
        {
            double slope = (scale.Invert(output + 1e-6) - scale.Invert(output - 1e-6)) / 2e-6;
            Assert.Equal(slope, scale.SlopeAt(output), 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Error_is_what_the_difference_is_missed_by(double? shift)
    {
        LocalScale scale = ScaleOf(shift);
        foreach (double missed in (double[])[-2, -0.01, 0, 0.004, 1000])
        {
            Assert.Equal(3 - scale.Invert(scale.Apply(3) - missed), scale.ErrorOf(3, missed), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Outputs_grow_with_the_unit_of_the_differences(double? shift)
    {
        LocalScale scale = ScaleOf(shift);
        LocalScale larger = scale.Times(900);
        foreach (double difference in (double[])[0, 1e-5, 0.2, 4])
        {
            Assert.Equal(scale.OutputFactor(900) * scale.Apply(difference), larger.Apply(900 * difference), 1e-9);
        }
    }

    [Fact]
    public void Nothing_is_promised_below_the_shift()
    {
        LocalScale scale = LocalScale.Root(0.25);
        Assert.Equal(-0.25, scale.Invert(-0.5));
        Assert.Equal(-0.25, scale.Invert(-100));
        Assert.Equal(0, scale.SlopeAt(-100));
    }

    private static LocalScale ScaleOf(double? shift) => shift is { } c ? LocalScale.Root(c) : LocalScale.Plain;
}
