namespace HyperTune.Tests;

public sealed class BudgetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Trials_below_one_are_refused(int trials)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => (Budget)trials);
        Assert.Equal("Trials", exception.ParamName);
        Assert.Equal(trials, exception.ActualValue);
        Assert.Contains("at least 1", exception.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Time_that_is_not_positive_is_refused(int seconds)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new Budget { Time = TimeSpan.FromSeconds(seconds) });
        Assert.Equal("Time", exception.ParamName);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_target_that_is_not_finite_is_refused(double target)
        => Assert.Equal("TargetValue", Assert.Throws<ArgumentOutOfRangeException>(() => new Budget { TargetValue = target }).ParamName);

    [Fact]
    public void An_empty_budget_is_refused()
        => Assert.Contains("limits nothing", Assert.Throws<ArgumentException>(() => Studies.Minimize().Run(Studies.Bowl, new Budget())).Message);

    [Fact]
    public void A_grid_needs_no_number_to_be_tried_to_its_end()
    {
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Strategy = Strategy.Grid(3) }).Run(Studies.Bowl, Budget.UntilDone);
        Assert.Equal((9, StopReason.SpaceExhausted), (result.Trials.Count, result.StopReason));
        Assert.Equal("as long as there is something to try", Budget.UntilDone.ToString());
    }

    [Fact]
    public void A_run_without_an_end_of_its_own_ends_when_it_is_stopped_or_at_another_limit()
    {
        Study<double[]> study = Studies.Minimize();
        double Objective(double[] config, Trial<double[]> trial)
        {
            if (trial.Number == 6)
            {
                study.RequestStop();
            }

            return Studies.Bowl(config);
        }

        Assert.Equal(StopReason.StopRequested, study.Run((config, trial) => Objective(config, trial), Budget.UntilDone).StopReason);
        Assert.Equal(7, study.Trials.Count);
        Assert.Equal(StopReason.TrialBudgetSpent, study.Run(Studies.Bowl, Budget.UntilDone with { Trials = 2 }).StopReason);
        Assert.Equal(9, study.Trials.Count);
    }

    [Fact]
    public void A_missing_budget_is_refused() => Assert.Throws<ArgumentNullException>(() => Studies.Minimize().Run(Studies.Bowl, null!));

    [Fact]
    public void No_trial_starts_after_the_time_and_the_running_one_finishes()
    {
        var time = new ManualTime();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { TimeProvider = time });
        StudyResult<double[]> result = study.Run(
            x =>
            {
                time.Advance(4);
                return Studies.Bowl(x);
            },
            new Budget { Time = TimeSpan.FromSeconds(10) });
        Assert.Equal(StopReason.TimeBudgetSpent, result.StopReason);
        Assert.Equal(3, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.Equal(TimeSpan.FromSeconds(4), trial.Duration));
        Assert.Equal([0.0, 4, 8], result.Trials.Select(trial => (trial.StartedAt - time.Start).TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(12), result.Duration);
    }

    [Fact]
    public void The_time_counts_from_the_start_of_each_run()
    {
        var time = new ManualTime();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { TimeProvider = time });
        var budget = new Budget { Time = TimeSpan.FromSeconds(2) };
        double Objective(double[] x)
        {
            time.Advance(1);
            return 0;
        }

        study.Run(Objective, budget);
        time.Advance(100);
        StudyResult<double[]> result = study.Run(Objective, budget);
        Assert.Equal(4, result.Trials.Count);
        Assert.Equal(TimeSpan.FromSeconds(4), result.Duration);
    }

    [Theory]
    [InlineData(OptimizationDirection.Minimize, 7)]
    [InlineData(OptimizationDirection.Maximize, 3)]
    public void The_target_stops_the_run_when_it_is_reached(OptimizationDirection direction, int expectedNumber)
    {
        // 10, 9, 8, ... reaches 3 from above with trial 7; -10, ..., -7 reaches -7 from below with trial 3.
        var study = new Study<double[]>(TestSpace.Cube(1), direction, Studies.Seeded);
        bool isMinimum = direction == OptimizationDirection.Minimize;
        StudyResult<double[]> result = study.Run(
            (_, trial) => (isMinimum ? 1 : -1) * (10 - trial.Number),
            new Budget { Trials = 100, TargetValue = isMinimum ? 3 : -7 });
        Assert.Equal(StopReason.TargetReached, result.StopReason);
        Assert.Equal(expectedNumber, result.Best.Number);
        Assert.Equal(expectedNumber + 1, result.Trials.Count);
    }

    [Fact]
    public void A_target_reached_by_the_last_trial_of_the_budget_is_the_reason()
        => Assert.Equal(
            StopReason.TargetReached,
            Studies.Minimize().Run((_, trial) => 2 - trial.Number, new Budget { Trials = 3, TargetValue = 0 }).StopReason);

    [Fact]
    public void A_target_reached_earlier_starts_no_trial()
    {
        Study<double[]> study = Studies.Minimize();
        study.Run(static _ => 1, 3);
        StudyResult<double[]> result = study.Run(static _ => 0, new Budget { TargetValue = 1 });
        Assert.Equal(3, result.Trials.Count);
        Assert.Equal(StopReason.TargetReached, result.StopReason);
    }

    [Fact]
    public void Limits_are_said_in_words()
    {
        Assert.Equal("1 trial", ((Budget)1).ToString());
        Assert.Equal("200 trials or 01:00:00 or value 0.5", new Budget { Trials = 200, Time = TimeSpan.FromHours(1), TargetValue = 0.5 }.ToString());
    }
}
