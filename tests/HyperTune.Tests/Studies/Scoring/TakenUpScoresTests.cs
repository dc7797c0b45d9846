using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>What is left of the scores of an attempt that was cut short.</summary>
public sealed class TakenUpScoresTests
{
    private static readonly FoldPlan Six = Folds.KFold(30, 6);

    private readonly SimulatedMedium _medium = new();
    private readonly List<int> _scored = [];

    [Fact]
    public async Task A_cancelled_trial_goes_on_with_the_next_fold()
    {
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Open().RunAsync(
            (config, trial, _) => trial.CrossValidateAsync(Six, async (fold, token) =>
            {
                if (_scored.Count == 4)
                {
                    await source.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }

                return Score(config, fold);
            }),
            1,
            source.Token));
        Assert.Equal(TrialState.Waiting, Assert.Single(Open().Trials).State);
        Assert.Equal(4, _scored.Count);
        StudyResult<TestConfig> result = Open().Run(Objective, 1);
        AssertWhole(Assert.Single(result.Trials));
        Assert.Equal(Enumerable.Range(0, 6), _scored.Order());
    }

    [Fact]
    public void An_attempt_that_is_tried_again_after_a_failure_keeps_the_scores_before_it()
    {
        int failures = 0;
        Study<TestConfig> study = Open(new Retries { Failed = 1, When = static _ => true });
        StudyResult<TestConfig> result = study.Run(
            (config, trial) => trial.CrossValidate(Six, fold => _scored.Count == 3 && failures++ == 0 ? throw new TimeoutException() : Score(config, fold)), 1);
        AssertWhole(Assert.Single(result.Trials));
        Assert.Equal(Enumerable.Range(0, 6), _scored.Order());
    }

    // Whoever lets failed trials run again may have mended the objective.
    [Fact]
    public void A_trial_that_is_reopened_by_hand_begins_anew()
    {
        Study<TestConfig> study = Open();
        study.Run((config, trial) => trial.CrossValidate(Six, fold => _scored.Count == 3 ? double.NaN : Score(config, fold)), 1);
        Assert.Equal(TrialState.Failed, Assert.Single(study.Trials).State);
        Assert.Equal(1, study.RetryFailed(static _ => true));
        StudyResult<TestConfig> result = Open().Run(Objective, 1);
        AssertWhole(Assert.Single(result.Trials));
        Assert.Equal(9, _scored.Count);
    }

    [Fact]
    public void A_stored_study_that_is_continued_with_another_plan_says_so()
    {
        Open().Run(Objective, 1);
        TrialFailedException refused = Assert.Throws<TrialFailedException>(
            () => Open().Run(static (_, trial) => trial.CrossValidate(Folds.KFold(31, 6), static _ => 1), 2));
        Assert.Contains("Study 'test' scores its configs over 'KFold(30 samples, 6 folds); seed 1;", refused.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_metrics_are_taken_up_and_averaged_one_by_one()
    {
        using var source = new CancellationTokenSource();
        Func<TestConfig, Fold, Tradeoff> score = (config, fold) => new Tradeoff(Score(config, fold), 10 * fold.Number);
        await Assert.ThrowsAsync<OperationCanceledException>(() => OpenSeveral().RunAsync(
            (config, trial, _) => trial.CrossValidateAsync(Six, async (fold, token) =>
            {
                if (_scored.Count == 4)
                {
                    await source.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }

                return score(config, fold);
            }),
            1,
            source.Token));
        StudyResult<TestConfig, Tradeoff> result = OpenSeveral().Run((config, trial) => trial.CrossValidate(Six, fold => score(config, fold)), 1);
        TrialRecord<TestConfig, Tradeoff> trial = Assert.Single(result.Trials);
        Assert.Equal(Enumerable.Range(0, 6), _scored.Order());
        Assert.Equal(25, trial.Metrics.LatencyMs, 1e-12);
        Assert.All(trial.Reports, static report => Assert.Equal(10 * report.Step, report.Metrics!.Value.LatencyMs));
    }

    private static void AssertWhole(TrialRecord<TestConfig> trial)
    {
        Assert.Equal(TrialState.Completed, trial.State);
        Assert.Equal(trial.Config.X + 2.5, trial.Value!.Value, 1e-12);
        Assert.Equal(Enumerable.Range(0, 6), trial.Reports.Select(static report => report.Step));
    }

    private TrialOutcome Objective(TestConfig config, Trial<TestConfig> trial) => trial.CrossValidate(Six, fold => Score(config, fold));

    private double Score(TestConfig config, Fold fold)
    {
        _scored.Add(fold.Number);
        return config.X + fold.Number;
    }

    private Study<TestConfig> Open(Retries? retries = null) => Study.Minimize<TestConfig>(Options with { Retries = retries ?? new Retries() });

    private Study<TestConfig, Tradeoff> OpenSeveral() => Study.Optimize<TestConfig, Tradeoff>(Options);

    private StudyOptions Options => new() { Name = "test", Seed = 1, Strategy = Strategy.Random(), Storage = new SimulatedStorage(_medium) };
}
