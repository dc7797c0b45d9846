namespace HyperTune.Tests;

public sealed class PatientPrunerTests
{
    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        Assert.Equal("patience", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Patient(-1)).ParamName);
        Assert.Equal("minimumDelta", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Patient(1, -0.1)).ParamName);
        Assert.Equal("minimumDelta", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Patient(1, double.NaN)).ParamName);
        Assert.Throws<ArgumentNullException>(() => Pruner.Patient(null!));
    }

    [Fact]
    public void No_patience_stops_at_the_first_report_that_is_worse()
        => Assert.Equal([false, true], new PruningLab(Pruner.Patient(0), OptimizationDirection.Maximize).Watch(1, 0));

    [Fact]
    public void Patience_bears_that_many_reports()
        => Assert.Equal([false, false, true, true, false], new PruningLab(Pruner.Patient(1)).Watch(1, 2, 2, 2, 1));

    [Theory]
    [InlineData(1, false)]
    [InlineData(0.9, true)]
    public void A_drop_up_to_the_minimum_delta_is_borne(double minimumDelta, bool expected)
        => Assert.Equal([false, expected], new PruningLab(Pruner.Patient(0, minimumDelta), OptimizationDirection.Maximize).Watch(1, 0));

    [Theory]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    [InlineData(double.NaN, double.NaN, 1)]
    [InlineData(1, double.NaN, double.NaN)]
    public void NaN_alone_stops_nobody(double first, double second, double third)
        => Assert.Equal([false, false, false], new PruningLab(Pruner.Patient(0)).Watch(first, second, third));

    [Fact]
    public void The_inner_pruner_decides_when_the_patience_is_over()
    {
        var lab = new PruningLab(Pruner.Patient(Pruner.Median(startupTrials: 0), 1));
        lab.Complete(5, 5, 5, 5);
        Assert.Equal([false, false, false, false], lab.Watch(1, 2, 3, 4));
        Assert.Equal([false, false, true, true], lab.Watch(6, 7, 8, 9));
        Assert.Equal([false, false, false, false], lab.Watch(9, 8, 7, 6));
    }

    [Fact]
    public void An_inner_pruner_with_a_memory_hears_of_reports_and_results()
    {
        var lab = new PruningLab(Pruner.Patient(Pruner.SuccessiveHalving(1, 2), 0));
        lab.Complete(1, 1, 1);
        Assert.Equal([false, true], lab.Watch(2, 3));
    }
}
