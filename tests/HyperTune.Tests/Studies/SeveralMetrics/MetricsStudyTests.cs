namespace HyperTune.Tests.SeveralMetrics;

/// <summary>Studies whose outcomes are several numbers.</summary>
public sealed class MetricsStudyTests
{
    private static readonly StudyOptions Random = new() { Seed = 3, Strategy = Strategy.Random() };

    [Fact]
    public void Front_is_what_no_trial_beats_within_the_limits()
    {
        StudyResult<Plane, Tradeoff> result = Study.Optimize<Plane, Tradeoff>(Random).Run(Evaluate, 60);
        TrialRecord<Plane, Tradeoff>[] allowed = [.. result.Completed.Where(static trial => trial.Metrics.Memory <= 3)];
        Assert.InRange(allowed.Length, 20, 55);
        IEnumerable<int> expected = allowed
            .Where(trial => !allowed.Any(other => IsBetter(other.Metrics, trial.Metrics)))
            .Select(static trial => trial.Number);
        Assert.Equal(expected, result.ParetoFront.Select(static trial => trial.Number));
        Assert.All(result.ParetoFront, static trial => Assert.Equal(Evaluate(trial.Config), trial.Metrics));
        Assert.Null(result.Nearest);
        Assert.Contains($"{result.ParetoFront.Count} in the front", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_arity_gives_the_same_trials()
    {
        Study<Plane, Tradeoff> New() => Study.Optimize<Plane, Tradeoff>(Random);
        Budget budget = 12;
        string[] expected = Texts(New().Run(Evaluate, budget));
        Assert.Equal(expected, Texts(New().Run((config, trial) => Evaluate(trial.Config), budget)));
        Assert.Equal(expected, Texts(await New().RunAsync(static config => Task.FromResult(Evaluate(config)), budget)));
        Assert.Equal(expected, Texts(await New().RunAsync(static (config, token) => Task.FromResult(Evaluate(config)), budget)));
        Assert.Equal(expected, Texts(await New().RunAsync(static async (config, trial, token) => { await Task.Yield(); return Evaluate(config); }, budget)));
        Study<Plane, Tradeoff> asked = New();
        for (int i = 0; i < 12; i++)
        {
            Trial<Plane, Tradeoff> trial = await asked.AskAsync();
            await asked.TellAsync(trial, Evaluate(trial.Config));
        }

        Assert.Equal(expected, Texts(asked.GetResult()));
    }

    [Fact]
    public void Outcomes_can_be_pruned_failed_or_no_outcome()
    {
        StudyResult<Plane, Tradeoff> result = Study.Optimize<Plane, Tradeoff>(Random with { Expected = Failures.Of<InvalidOperationException>() }).Run(
            (config, trial) => trial.Number switch
            {
                0 => Evaluate(config),
                1 => TrialOutcome.Pruned,
                2 => TrialOutcome.Failed("too large"),
                3 => new Tradeoff(double.NaN, 1),
                4 => (TrialOutcome)0.5,
                5 => default,
                6 => throw new InvalidOperationException("broken"),
                _ => new Tradeoff(0.25, 2, 9),
            },
            8);
        Assert.Equal(
            [TrialState.Completed, TrialState.Pruned, TrialState.Failed, TrialState.Failed, TrialState.Failed, TrialState.Failed, TrialState.Failed, TrialState.Completed],
            result.Trials.Select(static trial => trial.State));
        Assert.Equal(
            [
                "too large",
                "The objective returned NaN as Accuracy, which is no finite number.",
                "The objective returned the number 0.5 in place of Tradeoff.",
                "The objective returned default(TrialOutcome<Tradeoff>), which is no outcome.",
                "InvalidOperationException: broken",
            ],
            result.Trials.Skip(2).Take(5).Select(static trial => trial.FailureReason));
        Assert.Equal(6.0 / 3, result.Trials[7].Violation);
        Assert.Contains("Accuracy 0.25, LatencyMs 2, Memory 9, outside the limits", result.Trials[7].ToString(), StringComparison.Ordinal);
        InvalidOperationException none = Assert.Throws<InvalidOperationException>(() => result.Trials[1].Metrics);
        Assert.Equal("Trial 1 has no Tradeoff: it is pruned, not completed.", none.Message);
    }

    [Fact]
    public void Metrics_are_there_again_after_a_restart()
    {
        var medium = new SimulatedMedium();
        StudyOptions options = Random with { Storage = new SimulatedStorage(medium) };
        StudyResult<Plane, Tradeoff> first = Study.Optimize<Plane, Tradeoff>(options).Run(Evaluate, 15);
        StudyResult<Plane, Tradeoff> again = Study.Optimize<Plane, Tradeoff>(options with { Storage = new SimulatedStorage(medium) }).GetResult();
        Assert.Equal(Texts(first), Texts(again));
        Assert.Equal(first.ParetoFront.Select(static trial => trial.Number), again.ParetoFront.Select(static trial => trial.Number));
    }

    [Fact]
    public void One_objective_with_limits_has_a_best_trial_that_keeps_them()
    {
        StudyResult<Plane, LimitedLoss> result = Study.Optimize<Plane, LimitedLoss>(Random).Run(
            static config => new LimitedLoss(config.X, 1 - config.X, TimeSpan.FromSeconds(2 * config.Y)), 80);
        TrialRecord<Plane, LimitedLoss> best = result.Completed.Where(static trial => trial.IsFeasible).MinBy(static trial => trial.Metrics.Loss)!;
        Assert.Equal(best.Number, result.BestObserved.Number);
        Assert.True(result.Best.IsFeasible);
        Assert.InRange(result.Best.Metrics.Loss, 0.5, 0.6);
        Assert.NotNull(result.BestReason);
    }

    [Fact]
    public void Where_no_trial_keeps_the_limits_the_nearest_is_named()
    {
        StudyResult<Plane, LimitedLoss> result = Study.Optimize<Plane, LimitedLoss>(Random).Run(
            static config => new LimitedLoss(0, 1 + config.X, TimeSpan.FromSeconds(2)), 20);
        TrialRecord<Plane, LimitedLoss> nearest = result.Completed.MinBy(static trial => trial.Metrics.Memory)!;
        Assert.Equal(nearest.Number, result.Nearest!.Number);
        Assert.Empty(result.ParetoFront);
        string message = Assert.Throws<InvalidOperationException>(() => result.Best).Message;
        Assert.StartsWith($"No trial of study 'Plane' keeps the limits. Nearest comes trial {nearest.Number}: Memory is 1.", message, StringComparison.Ordinal);
        Assert.EndsWith("where it may be at most 0.5.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_a_number_breaks_a_limit_and_fails_an_objective()
    {
        StudyResult<Plane, LimitedLoss> result = Study.Optimize<Plane, LimitedLoss>(Random).Run(
            (config, trial) => trial.Number == 0 ? new LimitedLoss(1, double.NaN, TimeSpan.FromSeconds(2)) : new LimitedLoss(double.PositiveInfinity, 0, TimeSpan.FromSeconds(2)), 2);
        Assert.Equal([TrialState.Completed, TrialState.Failed], result.Trials.Select(static trial => trial.State));
        Assert.Equal(double.PositiveInfinity, result.Trials[0].Violation);
        Assert.Equal(0, result.Nearest!.Number);
    }

    [Fact]
    public void Target_and_pruner_of_one_number_are_refused_for_two_objectives()
    {
        string target = Assert.Throws<ArgumentException>(() => Study.Optimize<Plane, Tradeoff>(Random).Run(Evaluate, new Budget { Trials = 3, TargetValue = 1 })).Message;
        Assert.StartsWith("Budget.TargetValue is of one number, but Tradeoff has 2 objectives: give trials or a time, and look at ParetoFront or Choose then.", target, StringComparison.Ordinal);
        string pruner = Assert.Throws<ArgumentException>(() => Study.Optimize<Plane, Tradeoff>(Random with { Pruner = Pruner.Median() })).Message;
        Assert.EndsWith("judges one metric, but Tradeoff has 2 objectives. Say which one: pruner.By(Tradeoff.Metrics.Accuracy).", pruner, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Study.Optimize<Plane, Tradeoff>(Random with { Pruner = Pruner.Median().By(LimitedLoss.Metrics.Loss) }));
        Assert.Throws<ArgumentException>(() => Pruner.Median().By(Tradeoff.Metrics.Memory));
    }

    [Fact]
    public void Pruner_judges_the_chosen_metric()
    {
        StudyOptions options = Random with { Pruner = Pruner.Threshold(lower: 0.5).By(Tradeoff.Metrics.LatencyMs) };
        StudyResult<Plane, Tradeoff> result = Study.Optimize<Plane, Tradeoff>(options).Run(
            static (config, trial) =>
            {
                trial.Report(0, Evaluate(config));
                return trial.ShouldPrune ? TrialOutcome.Pruned : Evaluate(config);
            },
            40);
        Assert.All(result.Trials, static trial => Assert.Equal(Evaluate(trial.Config).LatencyMs < 0.5, trial.State == TrialState.Pruned));
        Assert.All(result.Trials, static trial => Assert.Equal(Evaluate(trial.Config).LatencyMs, Assert.Single(trial.Reports).Value));

        // Each had made its only step.
        int pruned = result.Trials.Count(static trial => trial.State == TrialState.Pruned);
        Assert.Equal(FormattableString.Invariant($"stopped {pruned} of 40 trials and saved 0 % of their steps"), result.PrunerExplanation);
    }

    private static Tradeoff Evaluate(Plane config) => new(config.X, config.X + config.Y, (int)(config.Y * 5));

    private static bool IsBetter(Tradeoff first, Tradeoff second)
        => first.Accuracy >= second.Accuracy && first.LatencyMs <= second.LatencyMs && (first.Accuracy > second.Accuracy || first.LatencyMs < second.LatencyMs);

    private static string[] Texts(StudyResult<Plane, Tradeoff> result) => [.. result.Trials.Select(static trial => trial.ToString())];
}
