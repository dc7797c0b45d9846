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
    public void That_some_folds_are_harder_than_others_is_no_noise()
    {
        StudyResult<double[]> result = Run(spread: 0.5, folds: 5, trials: 60, isShared: true);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        Assert.Contains("not below the noise of 5 folds", result.Stopping[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_noise_is_the_corrected_standard_error_of_the_best_trial()
    {
        // That of the record is the deviation times sqrt(1/4), where nothing says that the instances are folds: here it is times sqrt(1/4 + 1/3).
        StudyResult<double[]> result = Run(spread: 0.5, folds: 4, trials: 20);
        double noise = result.BestObserved.StandardError!.Value * Math.Sqrt(1 + (4 / 3.0));
        Assert.InRange(noise, 0.05, 0.5);
        Assert.Contains(FormattableString.Invariant($"the noise of 4 folds, {noise:G3}."), result.Stopping[0].Explanation, StringComparison.Ordinal);
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

    private static StudyResult<double[]> Run(double spread, int folds, int trials, bool isShared = false)
        => Studies.Minimize(Studies.Seeded with { Strategy = Strategy.Bayesian() }).Run(
            (config, trial) =>
            {
                double mean = Studies.Bowl(config);
                double[] noise = [.. Enumerable.Range(0, folds).Select(fold => spread * (new RandomStream(9, (ulong)((isShared ? 0 : 8 * trial.Number) + fold)).NextUnit() - 0.5))];
                for (int fold = 0; fold < folds; fold++)
                {
                    trial.ReportInstance(fold, mean + noise[fold] - noise.Average());
                }

                return mean;
            },
            new Budget { Trials = trials, StopWhen = [StoppingRule.CrossValidationNoise()] });
}
