namespace HyperTune.Tests;

/// <summary>Configs of which only the objective can know that they cannot be used.</summary>
public sealed class InfeasibleTests
{
    private const int Trials = 60;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_trial_says_so_and_nothing_else_follows(string kind)
    {
        using var place = new StoragePlace(kind);
        var logger = new RecordingLogger();
        Study<double[]> study = place.Open(options => options with { Logger = logger, MaxConsecutiveFailures = 2, Retries = new Retries { Failed = 3, When = static _ => true } });
        StudyResult<double[]> result = study.Run(static (_, trial) => trial.Number < 6 ? TrialOutcome.Infeasible("too large") : 1, 8);
        Assert.Equal((StopReason.TrialBudgetSpent, 8), (result.StopReason, result.Trials.Count));
        Assert.Equal(6, result.BestObserved.Number);
        TrialRecord<double[]> trial = (kind == StoragePlace.Memory ? study : place.Open()).Trials[3];
        Assert.Equal((TrialState.Failed, FailureCause.Infeasible, "too large"), (trial.State, trial.FailureCause!.Value, trial.FailureReason));
        Assert.StartsWith("Trial 3: infeasible: too large (", trial.ToString(), StringComparison.Ordinal);
        Assert.Empty(trial.FailedAttempts);
        Assert.DoesNotContain(logger.Lines, static line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    [Theory]
    [InlineData("bayesian")]
    [InlineData("tpe")]
    [InlineData("auto")]
    [InlineData("cmaes")]
    [InlineData("de")]
    [InlineData("genetic")]
    [InlineData("nsga2")]
    [InlineData("nsga3")]
    public void Strategies_keep_away_from_the_half_that_cannot_be_used(string strategy)
    {
        // Uniform draws put half of 300 trials there, with a standard deviation of 9; a third would be 5 deviations fewer.
        int unusable = 0;
        for (int seed = 0; seed < 5; seed++)
        {
            StudyOptions options = Studies.Seeded with { Seed = seed, Strategy = ConformanceStrategies.Of(strategy), MaxConsecutiveFailures = 2 };
            StudyResult<double[]> result = Studies.Minimize(options, dimensions: 3).Run(
                static (config, _) => config[0] > 0.5 ? TrialOutcome.Infeasible("beyond the half") : Bowl(config), Trials);
            Assert.Equal((Trials, StopReason.TrialBudgetSpent), (result.Trials.Count, result.StopReason));
            Assert.InRange(result.BestObserved.Config[0], 0, 0.5);
            unusable += result.Trials.Count(static trial => trial.State == TrialState.Failed);
        }

        Assert.True(unusable <= 100, $"{unusable} of {5 * Trials}");
    }

    [Fact]
    public void Any_number_of_workers_counts_failures_alike()
    {
        foreach (int workers in new[] { 1, 4 })
        {
            StudyOptions options = Studies.Seeded with { Parallelism = workers, ReproducibleUpTo = 4, MaxConsecutiveFailures = 2 };
            StudyResult<double[]> result = Studies.Minimize(options).Run(
                static (_, trial) => trial.Number is 10 or 11 ? TrialOutcome.Failed("broken") : TrialOutcome.Infeasible("no"), 100);
            Assert.Equal((StopReason.TooManyFailures, 12 + 4), (result.StopReason, result.Trials.Count));
        }
    }

    [Fact]
    public void Outcomes_say_it()
    {
        TrialOutcome outcome = TrialOutcome.Infeasible("no room");
        Assert.Equal((TrialState.Failed, true, "no room", "infeasible: no room"), (outcome.State, outcome.IsInfeasible, outcome.Reason, outcome.ToString()));
        TrialOutcome<SeveralMetrics.Tradeoff> typed = outcome;
        Assert.Equal((TrialState.Failed, true, "infeasible: no room"), (typed.State, typed.IsInfeasible, typed.ToString()));
        Assert.False(TrialOutcome.Failed("x").IsInfeasible);
        Assert.Throws<ArgumentException>(() => TrialOutcome.Infeasible(" "));
        StudyResult<SeveralMetrics.Plane, SeveralMetrics.Tradeoff> result = Study.Optimize<SeveralMetrics.Plane, SeveralMetrics.Tradeoff>(Studies.Seeded).Run(
            static (_, _) => TrialOutcome.Infeasible("no room"), 12);
        Assert.Equal((StopReason.TrialBudgetSpent, FailureCause.Infeasible), (result.StopReason, result.Trials[0].FailureCause!.Value));
    }

    private static double Bowl(double[] x) => ((x[0] - 0.3) * (x[0] - 0.3)) + ((x[1] - 0.3) * (x[1] - 0.3));
}
