namespace HyperTune.Tests;

public sealed class PercentilePrunerTests
{
    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void A_percentile_outside_0_to_100_is_refused(double percentile)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Percentile(percentile));
        Assert.Equal("percentile", exception.ParamName);
        Assert.Contains("from 0 to 100", exception.Message);
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(100, false, false)]
    public void The_ends_of_the_percentile_are_allowed(double percentile, bool best, bool middle)
    {
        var lab = new PruningLab(Pruner.Percentile(percentile, startupTrials: 0));
        lab.Complete(1);
        lab.Complete(3);
        Assert.Equal([best], lab.Watch(1));
        Assert.Equal([middle], lab.Watch(2));
    }

    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        Assert.Equal("startupTrials", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Percentile(startupTrials: -1)).ParamName);
        Assert.Equal("warmupSteps", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Percentile(warmupSteps: -1)).ParamName);
        Assert.Equal("interval", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Percentile(interval: 0)).ParamName);
        Assert.Equal("minimumTrials", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Median(minimumTrials: 0)).ParamName);
    }

    [Theory]
    [InlineData(OptimizationDirection.Minimize, 2.1, 2)]
    [InlineData(OptimizationDirection.Maximize, 3.9, 4)]
    public void Worse_than_the_quarter_is_stopped_and_equal_is_not(OptimizationDirection direction, double worse, double equal)
    {
        var lab = new PruningLab(Pruner.Percentile(25, startupTrials: 0), direction);
        foreach (double value in (double[])[1, 2, 3, 4, 5])
        {
            lab.CompleteAt(1, value);
        }

        Trial<double[]> trial = lab.Ask();
        trial.Report(1, worse);
        Assert.True(trial.ShouldPrune);
        trial = lab.Ask();
        trial.Report(1, equal);
        Assert.False(trial.ShouldPrune);
    }

    [Fact]
    public void Startup_trials_count_completed_ones_only()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 2));
        lab.Complete(1);
        Trial<double[]> pruned = lab.Ask();
        pruned.Report(0, 1);
        lab.Tell(pruned, TrialOutcome.Pruned);
        lab.Tell(lab.Ask(), TrialOutcome.Failed("no"));
        Assert.Equal([false], lab.Watch(2));
        lab.Complete(1);
        Assert.Equal([true], lab.Watch(2));
    }

    [Theory]
    [InlineData(OptimizationDirection.Minimize, 2)]
    [InlineData(OptimizationDirection.Maximize, 0.5)]
    public void Worse_than_the_median_is_stopped(OptimizationDirection direction, double worse)
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0), direction);
        lab.Complete(0, 1);
        Trial<double[]> trial = lab.Ask();
        trial.Report(1, worse);
        Assert.True(trial.ShouldPrune);
    }

    [Fact]
    public void The_best_report_counts_not_the_last()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0));
        lab.Complete(5, 5, 5);
        Assert.Equal([false, false, false], lab.Watch(4, 9, 9));
    }

    [Fact]
    public void Nothing_is_known_about_a_step_that_no_completed_trial_reported()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0));
        lab.Complete(1, 1);
        Assert.Equal([true, true, false], lab.Watch(2, 2, 2));
    }

    [Fact]
    public void Reports_that_are_all_NaN_are_stopped_once_trials_completed()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0));
        Assert.Equal([false], lab.Watch(double.NaN));
        lab.Complete(1, 1);
        Assert.Equal([true, false], lab.Watch(double.NaN, 1));
    }

    [Fact]
    public void A_step_where_completed_trials_reported_NaN_alone_stops_nobody()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0));
        lab.Complete(double.NaN, 1);
        Assert.Equal([false, true], lab.Watch(2, 2));
    }

    [Fact]
    public void Infinite_reports_are_ranked_like_others()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0));
        foreach (double value in (double[])[double.PositiveInfinity, double.PositiveInfinity, 1])
        {
            Trial<double[]> trial = lab.Ask();
            trial.Report(0, value);
            lab.Tell(trial, 1);
        }

        Assert.Equal([false], lab.Watch(double.PositiveInfinity));
        Assert.Equal([false], lab.Watch(2));
    }

    [Fact]
    public void The_warmup_is_waited_for()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0, warmupSteps: 1));
        lab.Complete(1, 1);
        Assert.Equal([false, true], lab.Watch(2, 2));
    }

    [Theory]
    [InlineData(0, 1, 1, new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(1, 2, 1, new[] { 1, 3, 5 })]
    [InlineData(0, 3, 10, new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28 })]
    [InlineData(0, 10, 3, new[] { 0, 1, 2, 12, 13, 14, 21, 22, 23 })]
    [InlineData(2, 10, 3, new[] { 3, 4, 5, 12, 13, 14, 24, 25, 26 })]
    public void Only_the_first_report_of_an_interval_is_judged(int warmupSteps, int interval, int reportEvery, int[] expected)
    {
        int steps = expected[^1] + 1;
        var lab = new PruningLab(Pruner.Median(startupTrials: 0, warmupSteps, interval));
        lab.Complete(new double[steps]);
        Trial<double[]> trial = lab.Ask();
        var stopped = new List<int>();
        for (int step = 0; step < steps; step++)
        {
            if (step % reportEvery == 0)
            {
                trial.Report(step, 2);
            }

            if (trial.ShouldPrune)
            {
                stopped.Add(step);
            }
        }

        Assert.Equal(expected, stopped);
    }

    [Fact]
    public void A_step_is_judged_once_enough_trials_reported_it()
    {
        var lab = new PruningLab(Pruner.Median(startupTrials: 0, minimumTrials: 2));
        lab.Complete(1, 1);
        Assert.Equal([false, false], lab.Watch(2, 2));
        lab.Complete(1);
        Assert.Equal([true, false], lab.Watch(2, 2));
    }

    [Fact]
    public void The_quantile_interpolates_between_neighbours()
    {
        var values = new SortedValues();
        foreach (double value in (double[])[40, 10, 20, 30])
        {
            values.Add(value);
        }

        Assert.Equal([10, 17.5, 25, 40], ((double[])[0, 0.25, 0.5, 1]).Select(values.Quantile));
    }
}
