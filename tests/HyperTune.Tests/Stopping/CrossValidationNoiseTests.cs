namespace HyperTune.Tests.Stopping;

/// <summary>The rule that compares what is left with the noise of folds.</summary>
public sealed class CrossValidationNoiseTests
{
    [Fact]
    public void A_study_ends_when_folds_differ_by_more_than_is_left()
    {
        StudyResult<double[]> noisy = Run(spread: 0.5, folds: 5, trials: 100);
        Assert.Equal(StopReason.WithinNoise, noisy.StopReason);
        Assert.InRange(noisy.Trials.Count, 20, 60);
        Assert.Contains("below the noise of 5 folds", noisy.Stopping[0].Explanation, StringComparison.Ordinal);

        // Folds that agree leave something to find for longer.
        StudyResult<double[]> quiet = Run(spread: 1e-6, folds: 5, trials: 60);
        Assert.Equal(StopReason.TrialBudgetSpent, quiet.StopReason);
        Assert.Contains("not below the noise", quiet.Stopping[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_noise_is_the_corrected_standard_error_of_the_best_trial()
    {
        // Folds of +-0.5 around the mean: sqrt((1/4 + 1/3) * 0.25).
        string explanation = Run(spread: 0.5, folds: 4, trials: 20).Stopping[0].Explanation;
        Assert.Contains(FormattableString.Invariant($"the noise of 4 folds, {Math.Sqrt((1.0 / 4 + 1.0 / 3) * 0.25):G3}."), explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_folds_it_never_ends_a_study_and_says_so(int folds)
    {
        StudyResult<double[]> result = Run(spread: 0.5, folds, trials: 60);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        Assert.EndsWith("the best one, has reported fewer than two folds (ReportInstance).", result.Stopping[0].Explanation, StringComparison.Ordinal);
    }

    private static StudyResult<double[]> Run(double spread, int folds, int trials) => Studies.Minimize(Studies.Seeded with { Strategy = Strategy.Bayesian() }).Run(
        (config, trial) =>
        {
            double mean = Studies.Bowl(config);
            for (int fold = 0; fold < folds; fold++)
            {
                trial.ReportInstance(fold, mean + (fold % 2 == 0 ? spread : -spread));
            }

            return mean;
        },
        new Budget { Trials = trials, StopWhen = [StoppingRule.CrossValidationNoise()] });
}
