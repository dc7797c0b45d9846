using HyperTune.Strategies.Bayesian.Local;

namespace HyperTune.Tests;

public sealed class TrustRegionTests
{
    private static readonly TrustRegion Region = new() { Best = 3, Radius = 0.1, Trust = 0.5, GlobalCount = 20 };

    [Fact]
    public void Step_that_keeps_its_promise_widens_the_region_up_to_twice_its_length()
    {
        TrustRegion next = Region.AfterStep(predicted: 2, actual: 1.9, length: 0.08);
        Assert.Equal(0.16, next.Radius, 1e-12);
        Assert.Equal((0.7 * 0.5) + (0.3 * 0.95), next.Trust, 1e-12);
        Assert.Equal(0.1, Region.AfterStep(2, 2, length: 0.01).Radius);
        Assert.Equal(0.5, (Region with { Radius = 0.4 }).AfterStep(2, 2, length: 0.4).Radius);
    }

    [Fact]
    public void Step_that_brings_nothing_leaves_half_of_its_length()
    {
        TrustRegion next = Region.AfterStep(predicted: 2, actual: -1, length: 0.06);
        Assert.Equal(0.03, next.Radius, 1e-12);
        Assert.Equal(0.35, next.Trust, 1e-12);
        Assert.Equal(1, next.Streak);
        Assert.Equal(0.05, Region.AfterStep(2, double.NegativeInfinity, length: 0.1).Radius, 1e-12);
    }

    [Fact]
    public void Step_that_brings_much_more_than_promised_is_no_proof_of_a_good_model()
        => Assert.Equal((0.7 * 0.5) + (0.3 * 0.25), Region.AfterStep(predicted: 1, actual: 4, length: 0.1).Trust, 1e-12);

    [Fact]
    public void Errors_that_do_not_shrink_with_the_steps_are_noise()
    {
        TrustRegion region = Region;
        foreach (double length in (double[])[0.1, 0.05, 0.02, 0.01])
        {
            region = region.AfterStep(predicted: 1, actual: -2 * length / 0.1, length);
            Assert.Equal(0, region.Noise);
        }

        region = Region;
        foreach (double length in (double[])[0.1, 0.05, 0.02, 0.01])
        {
            region = region.AfterStep(predicted: 0.1, actual: -2, length);
        }

        Assert.Equal(2.1, region.Noise, 1e-12);
    }

    [Fact]
    public void Better_trial_elsewhere_starts_a_region_that_is_no_wider_than_the_distance()
    {
        Assert.Equal(0.15, Region.Elsewhere(7, 0.1, distance: 0.15).Radius, 1e-12);
        Assert.Equal(0.2, Region.Elsewhere(7, 0.1, distance: 0.6).Radius, 1e-12);
        TrustRegion other = (Region with { Trust = 0.1 }).Elsewhere(7, 0.001, double.PositiveInfinity);
        Assert.Equal((7, 0.2, 0.5), (other.Best, other.Radius, other.Trust));
    }
}
