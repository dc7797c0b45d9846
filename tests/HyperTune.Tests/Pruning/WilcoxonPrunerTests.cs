namespace HyperTune.Tests;

public sealed class WilcoxonPrunerTests
{
    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_significance_outside_0_to_1_is_refused(double significance)
        => Assert.Equal("significance", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Wilcoxon(significance)).ParamName);

    [Fact]
    public void Negative_startup_steps_are_refused()
        => Assert.Equal("startupSteps", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Wilcoxon(startupSteps: -1)).ParamName);

    // Against a best trial of zeros. The probabilities after 3 to 8 reports are 3/8, 3/16, 3/32, 3/64, 11/128 and 45/256.
    [Theory]
    [InlineData(0.2, new[] { false, false, false, true, true, true, true, true })]
    [InlineData(0.15, new[] { false, false, false, false, true, true, true, false })]
    public void A_trial_is_stopped_while_its_reports_are_significantly_worse(double significance, bool[] expected)
    {
        double[] reports = [-1, 1, 2, 3, 4, 5, -2, -3];
        var lab = new PruningLab(Pruner.Wilcoxon(significance, startupSteps: 0));
        lab.Complete(new double[10]);
        Assert.Equal(expected, lab.Watch(reports));
        lab = new PruningLab(Pruner.Wilcoxon(significance, startupSteps: 0), OptimizationDirection.Maximize);
        lab.Complete(new double[10]);
        Assert.Equal(expected, lab.Watch([.. reports.Select(static report => -report)]));
    }

    [Fact]
    public void Steps_must_be_paired_before_a_trial_is_judged()
    {
        var lab = new PruningLab(Pruner.Wilcoxon(1, startupSteps: 4));
        lab.Complete(0, 0, 0, 0, 0);
        Assert.Equal([false, false, false, true, true], lab.Watch(1, 1, 1, 1, 1));
    }

    [Fact]
    public void Steps_that_the_best_trial_lacks_are_left_out()
    {
        var lab = new PruningLab(Pruner.Wilcoxon(0.3, startupSteps: 0));
        Trial<double[]> best = lab.Ask();
        best.Report(1, 0);
        best.Report(3, 0);
        lab.Tell(best, 0);
        Assert.Equal([false, false, false, true], lab.Watch(1, 1, 1, 1));
    }

    [Fact]
    public void Without_a_best_trial_or_without_its_reports_nobody_is_stopped()
    {
        var lab = new PruningLab(Pruner.Wilcoxon(1));
        Assert.Equal([false, false], lab.Watch(9, 9));
        lab.Tell(lab.Ask(), 0);
        Assert.Equal([false, false], lab.Watch(9, 9));
    }

    [Fact]
    public void The_best_trial_is_the_one_to_compare_with()
    {
        var lab = new PruningLab(Pruner.Wilcoxon(0.1));
        lab.Complete(5, 5, 5, 5, 5, 5);
        lab.Complete(0, 0, 0, 0, 0, 0);
        lab.Complete(9, 9, 9, 9, 9, 9);
        Assert.Equal([false, false, false, true], lab.Watch(1, 1, 1, 1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_report_that_is_not_finite_keeps_the_trial(double report)
    {
        var lab = new PruningLab(Pruner.Wilcoxon(0.3));
        lab.Complete(0, 0, 0, 0);
        Assert.Equal([false, true, false, false], lab.Watch(1, 1, report, 1));
    }

    [Fact]
    public void A_trial_whose_mean_is_as_good_as_the_best_ones_is_kept()
    {
        var lab = new PruningLab(Pruner.Wilcoxon(0.5));
        lab.Complete(0, 0, 0, 0, 0);

        // Worse at most steps, and much better at one.
        Assert.Equal([false, false, false, false, false], lab.Watch(-100, 1, 1, 1, 1));
    }
}
