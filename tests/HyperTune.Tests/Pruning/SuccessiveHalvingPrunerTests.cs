namespace HyperTune.Tests;

public sealed class SuccessiveHalvingPrunerTests
{
    private static readonly PrunerContext Minimizing = new() { StudyName = "test", Direction = OptimizationDirection.Minimize };

    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        Assert.Equal("minimumResource", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.SuccessiveHalving(0)).ParamName);
        Assert.Equal("reductionFactor", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.SuccessiveHalving(1, 1)).ParamName);
        Assert.Equal("skippedRungs", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.SuccessiveHalving(1, 2, -1)).ParamName);
        Assert.Equal("bootstrapTrials", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.SuccessiveHalving(1, 2, 0, -1)).ParamName);
        Assert.Equal("bootstrapTrials", Assert.Throws<ArgumentException>(() => Pruner.SuccessiveHalving(bootstrapTrials: 1)).ParamName);
    }

    [Fact]
    public void A_trial_alone_climbs_every_rung()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 1, reductionFactor: 2);
        for (int step = 0; step < 10; step++)
        {
            run.Report(0, new TrialReport(step, 1));
            Assert.False(run.ShouldPrune(0, []));
        }

        // The rungs lie at 1, 2, 4 and 8.
        Assert.Equal(4, run.RungsReached(0));
    }

    [Fact]
    public void How_far_a_trial_climbs_follows_its_place_among_seven()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 1, reductionFactor: 2);
        for (int trial = 0; trial < 7; trial++)
        {
            run.Report(trial, new TrialReport(7, 0.1 * (trial + 1)));
        }

        run.Report(7, new TrialReport(7, 0.75));
        Assert.Equal((1, true), (run.RungsReached(7), run.ShouldPrune(7, [])));
        run.Report(8, new TrialReport(7, 0.25));
        Assert.Equal((2, true), (run.RungsReached(8), run.ShouldPrune(8, [])));
        run.Report(9, new TrialReport(7, 0.05));
        Assert.Equal((3, false), (run.RungsReached(9), run.ShouldPrune(9, [])));
    }

    [Fact]
    public void A_trial_that_did_not_pass_stays_out_and_competes_no_more()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 1, reductionFactor: 2);
        run.Report(0, new TrialReport(1, 1));
        run.Report(1, new TrialReport(1, 2));
        Assert.True(run.ShouldPrune(1, []));
        run.Report(1, new TrialReport(2, 0));
        Assert.True(run.ShouldPrune(1, []));
        Assert.Equal(1, run.RungsReached(1));
        run.Report(0, new TrialReport(2, 1));
        Assert.False(run.ShouldPrune(0, []));
    }

    [Fact]
    public void A_trial_as_good_as_the_last_that_passes_passes_too()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 1, reductionFactor: 2);
        for (int trial = 0; trial < 3; trial++)
        {
            run.Report(trial, new TrialReport(1, 1));
            Assert.False(run.ShouldPrune(trial, []));
        }
    }

    [Fact]
    public void NaN_stops_at_a_rung_and_not_before()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 2, reductionFactor: 2);
        run.Report(0, new TrialReport(1, double.NaN));
        Assert.False(run.ShouldPrune(0, []));
        run.Report(0, new TrialReport(2, double.NaN));
        Assert.True(run.ShouldPrune(0, []));
        Assert.Equal(0, run.RungsReached(0));
    }

    [Fact]
    public void Bootstrap_trials_are_stopped_at_the_rung_and_the_next_is_compared_with_them()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 1, reductionFactor: 2, bootstrapTrials: 1);
        run.Report(0, new TrialReport(1, 1));
        Assert.True(run.ShouldPrune(0, []));
        run.Report(1, new TrialReport(1, 1));
        Assert.False(run.ShouldPrune(1, []));
    }

    [Fact]
    public void Skipped_rungs_move_the_first_one_up()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 1, reductionFactor: 2, skippedRungs: 1);
        run.Report(0, new TrialReport(1, 1));
        Assert.Equal(0, run.RungsReached(0));
        run.Report(0, new TrialReport(2, 1));
        Assert.Equal(1, run.RungsReached(0));
    }

    [Theory]
    [InlineData(300, 3)]
    [InlineData(40, 1)]
    public void The_automatic_first_rung_is_a_hundredth_of_the_first_completed_trial(int lastStep, int firstRung)
    {
        SuccessiveHalvingRun run = Start(minimumResource: null, reductionFactor: 2);
        run.Report(0, new TrialReport(lastStep, 1));
        Assert.Equal(0, run.RungsReached(0));
        run.Tell(1, TrialState.Pruned, double.NaN, [new TrialReport(9_999, 1)]);
        run.Tell(0, TrialState.Completed, 1, [new TrialReport(lastStep, 1)]);
        run.Tell(2, TrialState.Completed, 1, [new TrialReport(9_999, 1)]);
        run.Report(3, new TrialReport(firstRung - 1, 1));
        Assert.Equal(0, run.RungsReached(3));
        run.Report(3, new TrialReport(firstRung, 1));
        Assert.Equal(1, run.RungsReached(3));
    }

    [Fact]
    public void A_report_for_an_earlier_step_is_not_judged()
    {
        SuccessiveHalvingRun run = Start(minimumResource: 1, reductionFactor: 2);
        run.Report(0, new TrialReport(1, 1));
        run.Report(1, new TrialReport(1, 1));
        run.Report(1, new TrialReport(0, double.NaN));
        Assert.False(run.ShouldPrune(1, []));
    }

    [Fact]
    public void In_a_study_the_worse_half_is_stopped_at_the_first_rung()
    {
        var lab = new PruningLab(Pruner.SuccessiveHalving(1, 2), OptimizationDirection.Maximize);
        Assert.Equal([false, false], lab.Watch(0.5, 0.5));
        Assert.Equal([false, true], lab.Watch(0.9, 0.4));
        Assert.Equal([false, false], lab.Watch(0.1, 0.8));
    }

    private static SuccessiveHalvingRun Start(int? minimumResource, int reductionFactor, int skippedRungs = 0, int bootstrapTrials = 0)
        => new(Minimizing, minimumResource, reductionFactor, skippedRungs, bootstrapTrials);
}
