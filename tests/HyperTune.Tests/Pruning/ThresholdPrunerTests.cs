namespace HyperTune.Tests;

public sealed class ThresholdPrunerTests
{
    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        Assert.Contains("needs a lower bound", Assert.Throws<ArgumentException>(() => Pruner.Threshold()).Message);
        Assert.Equal("lower", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Threshold(double.NaN)).ParamName);
        Assert.Equal("upper", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Threshold(0, double.NaN)).ParamName);
        Assert.Equal("upper", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Threshold(1, 0)).ParamName);
        Assert.Equal("warmupSteps", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Threshold(0, warmupSteps: -1)).ParamName);
        Assert.Equal("interval", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Threshold(0, interval: 0)).ParamName);
    }

    [Theory]
    [InlineData(0.0, 1.0, -0.1, true)]
    [InlineData(0.0, 1.0, 0.0, false)]
    [InlineData(0.0, 1.0, 1.0, false)]
    [InlineData(0.0, 1.0, 1.1, true)]
    [InlineData(0.0, 1.0, double.NaN, true)]
    [InlineData(null, 1.0, double.NegativeInfinity, false)]
    [InlineData(null, 1.0, 2.0, true)]
    [InlineData(0.0, null, double.PositiveInfinity, false)]
    [InlineData(0.0, null, -1.0, true)]
    public void A_report_outside_the_bounds_is_stopped_in_either_direction(double? lower, double? upper, double report, bool expected)
    {
        Assert.Equal([expected], new PruningLab(Pruner.Threshold(lower, upper)).Watch(report));
        Assert.Equal([expected], new PruningLab(Pruner.Threshold(lower, upper), OptimizationDirection.Maximize).Watch(report));
    }

    [Fact]
    public void The_warmup_is_waited_for()
        => Assert.Equal([false, false, true], new PruningLab(Pruner.Threshold(upper: 1, warmupSteps: 2)).Watch(2, 2, 2));

    [Fact]
    public void Only_the_first_report_of_an_interval_is_judged()
        => Assert.Equal([true, false, true, false], new PruningLab(Pruner.Threshold(upper: 1, interval: 2)).Watch(2, 2, 2, 2));
}
