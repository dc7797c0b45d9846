namespace HyperTune.Tests;

public sealed class StudyFailureTests
{
    [Fact]
    public void An_objective_that_throws_what_is_expected_makes_a_failed_trial_with_its_exception_and_the_study_goes_on()
    {
        var exception = new FormatException("bad weights");
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Expected = Failures.Any }).Run((_, trial) => trial.Number == 1 ? throw exception : 5, 3);
        Assert.Equal([TrialState.Completed, TrialState.Failed, TrialState.Completed], result.Trials.Select(static trial => trial.State));
        Assert.Same(exception, result.Trials[1].Exception);
        Assert.Equal("FormatException: bad weights", result.Trials[1].FailureReason);
        Assert.Null(result.Trials[1].Value);
        Assert.NotNull(result.Trials[1].Duration);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_value_that_is_not_finite_makes_a_failed_trial(double value, string text)
    {
        StudyResult<double[]> result = Studies.Minimize().Run((_, trial) => trial.Number == 0 ? value : 5, 2);
        Assert.Equal(TrialState.Failed, result.Trials[0].State);
        Assert.Equal($"The objective returned {text}, which is no finite number.", result.Trials[0].FailureReason);
        Assert.Equal(1, result.Best.Number);
    }

    [Fact]
    public void A_failed_outcome_keeps_its_reason()
    {
        StudyResult<double[]> result = Studies.Minimize().Run((_, _) => TrialOutcome.Failed("out of memory"), 1);
        Assert.Equal("out of memory", result.Trials[0].FailureReason);
        Assert.Null(result.Trials[0].Exception);
    }

    [Fact]
    public void No_outcome_makes_a_failed_trial()
        => Assert.Contains("default(TrialOutcome)", Studies.Minimize().Run((_, _) => default, 1).Trials[0].FailureReason);

    [Fact]
    public void A_pruned_trial_has_its_last_report_as_value()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(
            (_, trial) =>
            {
                trial.Report(5, 1);
                trial.Report(2, 2);
                return TrialOutcome.Pruned;
            },
            1);
        Assert.Equal(TrialState.Pruned, result.Trials[0].State);
        Assert.Equal(1, result.Trials[0].Value);
        Assert.Equal([new TrialReport(2, 2), new TrialReport(5, 1)], result.Trials[0].Reports.ToArray());
        Assert.Null(result.BestOrDefault);
    }

    [Theory]
    [InlineData(double.NaN, null)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void A_pruned_trials_value_may_be_infinite_but_not_NaN(double report, double? expected)
    {
        StudyResult<double[]> result = Studies.Minimize().Run(
            (_, trial) =>
            {
                trial.Report(0, report);
                return TrialOutcome.Pruned;
            },
            1);
        Assert.Equal(expected, result.Trials[0].Value);
    }

    [Fact]
    public void Failures_in_a_row_stop_the_run()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { MaxConsecutiveFailures = 3 });
        StudyResult<double[]> result = study.Run((_, trial) => trial.Number < 4 ? 1 : double.NaN, 100);
        Assert.Equal(StopReason.TooManyFailures, result.StopReason);
        Assert.Equal(7, result.Trials.Count);
        Assert.Equal(10, study.Run(static _ => double.NaN, 100).Trials.Count);
    }

    [Fact]
    public void A_trial_that_ends_well_or_is_pruned_starts_the_count_anew()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { MaxConsecutiveFailures = 2 });
        StudyResult<double[]> result = study.Run(
            (_, trial) => (trial.Number % 4) switch { 1 => 1, 3 => TrialOutcome.Pruned, _ => double.NaN },
            20);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        Assert.Equal(10, result.Trials.Count(static trial => trial.State == TrialState.Failed));
    }

    [Fact]
    public void Ten_failures_in_a_row_are_the_default_limit()
        => Assert.Equal(10, Studies.Minimize().Run(static _ => double.NaN, 100).Trials.Count);

    [Fact]
    public void A_config_that_cannot_be_created_makes_a_failed_trial_and_the_study_goes_on()
    {
        var study = new Study<double>(new FragileSpace(), OptimizationDirection.Minimize, Studies.Seeded with { Expected = Failures.Any });
        StudyResult<double> result = study.Run(static x => x, 20);
        Assert.Equal(20, result.Trials.Count);
        TrialRecord<double>[] failed = [.. result.Trials.Where(static trial => trial.State == TrialState.Failed)];
        Assert.InRange(failed.Length, 1, 19);
        Assert.All(failed, static trial => Assert.True(trial.Vector.Span[0] > 0.5));
        Assert.Equal("The config could not be created. InvalidOperationException: x is too large.", failed[0].FailureReason);
        Assert.IsType<InvalidOperationException>(failed[0].Exception);
        Assert.Contains("x = 0.", failed[0].ToString());
        Assert.Throws<InvalidOperationException>(() => failed[0].Config);
    }

    [Fact]
    public async Task A_config_that_cannot_be_created_when_asked_for_is_an_exception_and_a_failed_trial()
    {
        var study = new Study<double>(new FragileSpace(), OptimizationDirection.Minimize, Studies.Seeded);
        InvalidOperationException? refused = null;
        while (refused is null)
        {
            try
            {
                await study.TellAsync(await study.AskAsync(), 1);
            }
            catch (InvalidOperationException exception)
            {
                refused = exception;
            }
        }

        Assert.Equal(
            $"Trial {study.Trials.Count - 1} of study 'test' has failed. The config could not be created. InvalidOperationException: x is too large.",
            refused.Message);
        Assert.Equal(TrialState.Failed, study.Trials[^1].State);
    }

    [Fact]
    public void Best_says_why_there_is_none()
    {
        Study<double[]> study = Studies.Minimize();
        Assert.Equal(
            "Study 'test' has no best trial, because no trial has started.",
            Assert.Throws<InvalidOperationException>(() => study.Best).Message);
        StudyResult<double[]> result = study.Run((_, _) => TrialOutcome.Failed("no such file."), 2);
        Assert.Equal(
            "Study 'test' has no best trial, because none of its 2 trials completed. The last failure: no such file.",
            Assert.Throws<InvalidOperationException>(() => result.Best).Message);
        Assert.Equal(
            "Study 'test' has no best trial, because its only trial has not completed.",
            Assert.Throws<InvalidOperationException>(
                () => Studies.Minimize().Run(static (_, _) => TrialOutcome.Pruned, 1).Best).Message);
    }
}
