namespace HyperTune.Tests.Stopping;

/// <summary>The rule that asks a model what is left to gain.</summary>
public sealed class ExpectedImprovementTests
{
    [Theory]
    [InlineData("bayesian")]
    [InlineData("tpe")]
    public void A_smooth_objective_is_given_up_near_its_optimum(string strategy)
    {
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Strategy = strategy == "tpe" ? Strategy.Tpe() : Strategy.Bayesian() })
            .Run(Studies.Bowl, new Budget { Trials = 200, StopWhen = [StoppingRule.ExpectedImprovement(1e-3)] });
        Assert.Equal(StopReason.LittleToExpect, result.StopReason);
        Assert.InRange(result.Trials.Count, 30, 60);

        // What it stops for is what it says: no more than the tolerance is left.
        Assert.InRange(result.BestObserved.Value!.Value, 0, 2e-3);
        Assert.Contains("below the tolerance of 0.001; looks in a row below it: 3 of 3", result.Stopping[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Blind_search_that_is_far_from_the_optimum_goes_on()
    {
        // In six dimensions 150 random trials are far from the best; a model sees how much is left.
        StudyResult<double[]> result = Studies.Minimize(dimensions: 6)
            .Run(Studies.Bowl, new Budget { Trials = 150, StopWhen = [StoppingRule.ExpectedImprovement(1e-3)] });
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        StoppingVerdict verdict = Assert.Single(result.Stopping);
        Assert.Equal((false, false, null), (verdict.HasEndedRun, verdict.IsMet, verdict.FirstMetAt));
        Assert.Contains("not below", verdict.Explanation, StringComparison.Ordinal);
    }

    public static TheoryData<string, Strategy> Starts => new()
    {
        { "bayesian", Strategy.Bayesian(new BayesianOptions { StartTrials = 70 }) },
        { "tpe", Strategy.Tpe(new TpeOptions { StartTrials = 70 }) },
        { "nsga2", Strategy.NsgaII(new NsgaOptions { Population = 70, StartTrials = 70 }) },
        { "then", Strategy.Then(Strategy.Sobol(), 70, Strategy.Tpe()) },
    };

    [Theory]
    [MemberData(nameof(Starts), DisableDiscoveryEnumeration = true)]
    public void A_start_design_is_never_cut_short(string name, Strategy strategy)
    {
        Assert.NotEmpty(name);
        StudyOptions options = Studies.Seeded with { Strategy = strategy };
        StudyResult<double[]> result = Studies.Minimize(options).Run(Studies.Bowl, new Budget { Trials = 200, StopWhen = [StoppingRule.ExpectedImprovement(1)] });
        Assert.Equal((StopReason.LittleToExpect, 70), (result.StopReason, result.Trials.Count));
    }

    [Fact]
    public void Configs_that_do_not_work_promise_nothing()
    {
        // The better half fails, so that a model of the values alone would always expect more there.
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Strategy = Strategy.Bayesian(), MaxConsecutiveFailures = 1000 }).Run(
            static (config, _) => config[0] > 0.5 ? TrialOutcome.Infeasible("too far") : 1 - config[0] + (config[1] * config[1]),
            new Budget { Trials = 200, StopWhen = [StoppingRule.ExpectedImprovement(5e-2)] });
        Assert.True(result.StopReason == StopReason.LittleToExpect, result.Stopping[0].ToString());
        Assert.InRange(result.BestObserved.Value!.Value, 0.5, 0.55);
    }

    [Fact]
    public void Settings_are_checked_and_said()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StoppingRule.ExpectedImprovement(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StoppingRule.ExpectedImprovement(double.PositiveInfinity));
        Assert.Equal(["ExpectedImprovement", "ExpectedImprovement(tolerance 0.01)"], new[] { StoppingRule.ExpectedImprovement(), StoppingRule.ExpectedImprovement(0.01) }.Select(static rule => rule.ToString()));
        StudyResult<double[]> early = Studies.Minimize().Run(Studies.Bowl, new Budget { Trials = 5, StopWhen = [StoppingRule.ExpectedImprovement()] });
        Assert.Equal("The first look is after 20 completed trials; there are 5.", early.Stopping[0].Explanation);
    }
}
