namespace HyperTune.Tests.Stopping;

/// <summary>The rule that waits for an improvement.</summary>
public sealed class PatienceTests
{
    [Theory]
    [InlineData(OptimizationDirection.Minimize, 1)]
    [InlineData(OptimizationDirection.Maximize, -1)]
    public void A_study_ends_when_no_trial_was_better_for_so_many(OptimizationDirection direction, double sign)
    {
        var study = new Study<double[]>(TestSpace.Cube(2), direction, Studies.Seeded);
        StudyResult<double[]> result = study.Run((_, trial) => sign * Math.Max(0, 6 - trial.Number), new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(10)] });
        Assert.Equal(StopReason.NoImprovement, result.StopReason);
        Assert.Equal(7 + 10, result.Trials.Count);
        StoppingVerdict verdict = Assert.Single(result.Stopping);
        Assert.Equal((true, true, 16, false), (verdict.HasEndedRun, verdict.IsMet, verdict.FirstMetAt!.Value, verdict.IsWatched));
        Assert.Equal("Trial 6 with 0 was the last improvement; 10 trials brought none since, of 10.", verdict.Explanation);
        Assert.Equal($"Patience(10 trials): ended the run. {verdict.Explanation}", verdict.ToString());
    }

    [Fact]
    public void Small_steps_are_no_improvement_until_they_add_up()
    {
        Assert.Equal(11, Run(static number => -0.05 * number));
        Assert.Equal(100, Run(static number => -0.11 * number));

        // Each tenth step is 1 below the one that counted last.
        Assert.Equal(100, Run(static number => -0.101 * number));

        static int Run(Func<int, double> value)
            => Studies.Minimize().Run((_, trial) => value(trial.Number), new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(10, 1)] }).Trials.Count;
    }

    [Fact]
    public void By_itself_an_improvement_is_a_thousandth_of_the_distance_between_the_quartiles()
    {
        // Half of the trials have 0 and half 100, so that 0.1 counts and 0.09 does not.
        Assert.Equal(1 + 40, Run(0.0899));
        Assert.Equal(100, Run(2 * 0.1001));

        static int Run(double step) => Studies.Minimize().Run(
            (_, trial) => trial.Number % 2 == 1 ? 100 : trial.Number == 38 ? -step : 0, new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(40)] })
            is var result && result.Trials.Count == 41 ? 41 : 100;
    }

    [Theory]
    [InlineData(2, 30)]
    [InlineData(9, 45)]
    public void By_itself_it_waits_for_30_trials_and_5_a_parameter(int dimensions, int trials)
        => Assert.Equal(1 + trials, Studies.Minimize(dimensions: dimensions).Run(static _ => 1, new Budget { StopWhen = [StoppingRule.Patience()] }).Trials.Count);

    [Fact]
    public void Trials_that_say_nothing_about_the_objective_do_not_count()
    {
        StudyOptions options = Studies.Seeded with { MaxConsecutiveFailures = int.MaxValue };
        StudyResult<double[]> result = Studies.Minimize(options).Run(
            static (_, trial) => trial.Number % 2 == 1 ? TrialOutcome.Failed("no") : trial.Number == 4 ? TrialOutcome.Pruned : 1,
            new Budget { Trials = 1000, StopWhen = [StoppingRule.Patience(6)] });

        // Trials 0, 2, 4 ..., the pruned one among them.
        Assert.Equal(13, result.Trials.Count);
    }

    [Fact]
    public void Imported_trials_teach_and_do_not_count()
    {
        Study<double[]> study = Studies.Minimize();
        for (int i = 0; i < 20; i++)
        {
            study.Add([0.01 * i, 0.5], i == 3 ? 1 : 5);
        }

        StudyResult<double[]> result = study.Run(static _ => 2, new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(10)] });
        Assert.Equal(30, result.Trials.Count);
        Assert.StartsWith("Trial 3 with 1 was the last improvement", result.Stopping[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_checked_and_said()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StoppingRule.Patience(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StoppingRule.Patience(3, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StoppingRule.Patience(3, double.NaN));
        Assert.Equal(["Patience", "Patience(1 trial)", "Patience(40 trials, minimum delta 0.5)"], new[] { StoppingRule.Patience(), StoppingRule.Patience(1), StoppingRule.Patience(40, 0.5) }.Select(static rule => rule.ToString()));
    }
}
