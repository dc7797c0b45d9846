namespace HyperTune.Tests;

/// <summary>Strategies learn where a stopped trial would have ended, and users see what it reported last.</summary>
public sealed class PredictedEndTests
{
    private const int Steps = 12;

    [Fact]
    public void The_strategy_is_told_the_predicted_end_and_the_record_keeps_the_last_report()
    {
        foreach (OptimizationDirection direction in Enum.GetValues<OptimizationDirection>())
        {
            double sign = direction == OptimizationDirection.Maximize ? -1 : 1;
            var strategy = new RecordingStrategy();
            var options = new StudyOptions { Name = "test", Seed = 1, Strategy = strategy, Pruner = Pruner.Auto() };
            var study = new Study<double[]>(TestSpace.Cube(1), direction, options);
            for (int trial = 0; trial < 60; trial++)
            {
                Run(study, study.Ask(), sign);
            }

            study.Ask();
            TrialRecord<double[]>[] pruned = [.. study.Trials.Where(static trial => trial.State == TrialState.Pruned)];
            Assert.InRange(pruned.Length, 10, 50);
            double best = study.Trials.Where(static trial => trial.State == TrialState.Completed).Min(trial => sign * trial.Value!.Value);
            foreach (TrialRecord<double[]> trial in pruned)
            {
                TrialResult told = strategy.Told.Single(result => result.Number == trial.Number);
                Assert.True(told.IsPredicted);
                Assert.Equal(trial.Reports[^1].Value, trial.Value);

                // Which the last report is by 0.035 above at the first check.
                double end = trial.Vector.Span[0] + (0.3 / Steps);
                Assert.Equal(end, told.Values.Span[0], 0.05);
                Assert.True(told.Values.Span[0] > best);
            }

            Assert.DoesNotContain(strategy.Told, static result => result is { IsPredicted: true, State: not TrialState.Pruned });
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public void A_study_goes_on_after_a_restart_as_if_it_had_never_stopped(int? reproducibleUpTo)
    {
        foreach (Strategy strategy in new[] { Strategy.Tpe(), Strategy.Bayesian() })
        {
            StudyOptions options = new() { Name = "test", Seed = 3, Strategy = strategy, Pruner = Pruner.Auto(), ReproducibleUpTo = reproducibleUpTo };
            string[] expected = Run(options, 60, 60);
            Assert.Contains(expected, static trial => trial.Contains("pruned", StringComparison.Ordinal));
            using var directory = new TemporaryDirectory();
            StudyOptions stored = options with { Storage = new JournalStorage(directory.File("a.journal")) };
            Assert.Equal(expected, Run(stored, 25, 40, 60));
        }
    }

    [Fact]
    public void Predicted_ends_rank_among_completed_trials_and_behind_equal_ones()
    {
        TrialStanding[] standings =
        [
            new(0, TrialState.Pruned, 3, 0, 8) { IsPredicted = true },
            new(1, TrialState.Pruned, 1, 0, 9),
            new(2, TrialState.Completed, 3, 0, 0),
            new(3, TrialState.Completed, 4, 0, 0),
        ];
        Assert.Equal([2, 0, 3, 1], standings.Order().Select(static standing => standing.Number));
        Assert.False(standings[0].IsFeasible);
    }

    [Fact]
    public void The_result_says_what_was_saved_and_what_was_risked()
    {
        var study = new Study<double[]>(TestSpace.Cube(1), OptimizationDirection.Minimize, new StudyOptions { Seed = 1, Strategy = Strategy.Random(), Pruner = Pruner.Auto() });
        Assert.Null(study.GetResult().PrunerExplanation);
        StudyResult<double[]> none = study.Run((_, trial) => Objective(trial), 10);
        Assert.Equal("stopped 0 of 10 trials and saved 0 % of their steps; no immune trial would have been stopped", none.PrunerExplanation);
        StudyResult<double[]> result = study.Run((_, trial) => Objective(trial), 90);
        int pruned = result.Trials.Count(static trial => trial.State == TrialState.Pruned);
        int steps = result.Trials.Sum(static trial => trial.Reports.Length);
        Assert.StartsWith(
            FormattableString.Invariant($"stopped {pruned} of 100 trials and saved {100 - (100.0 * steps / (100 * Steps)):F0} % of their steps; of "),
            result.PrunerExplanation,
            StringComparison.Ordinal);
        Assert.EndsWith(" that would have been stopped, 0 ended better than the best", result.PrunerExplanation, StringComparison.Ordinal);
        Assert.Equal("stopped 0 of 10 trials and saved 0 % of their steps; no immune trial would have been stopped", none.PrunerExplanation);

        var other = new Study<double[]>(TestSpace.Cube(1), OptimizationDirection.Minimize, new StudyOptions { Pruner = Pruner.Threshold(upper: 0.5) });
        other.Tell(other.Ask(), TrialOutcome.Pruned);
        Assert.Equal("stopped 1 of 1 trial", other.GetResult().PrunerExplanation);
        Assert.Null(Study.Minimize(TestSpace.Cube(1)).GetResult().PrunerExplanation);
    }

    [Fact]
    public void A_reproducible_study_explains_all_trials_that_ended()
    {
        var study = new Study<double[]>(
            TestSpace.Cube(1),
            OptimizationDirection.Minimize,
            new StudyOptions { Seed = 1, Strategy = Strategy.Random(), Pruner = Pruner.Auto(), ReproducibleUpTo = 4 });
        StudyResult<double[]> result = study.Run((_, trial) => Objective(trial), 100);
        Assert.Matches("^stopped [1-9][0-9] of 100 trials and saved [1-9][0-9] % of their steps; of [1-5] immune trials? that would", result.PrunerExplanation);
    }

    private static void Run(Study<double[]> study, Trial<double[]> trial, double sign) => study.Tell(trial, Objective(trial, sign));

    private static TrialOutcome Objective(Trial<double[]> trial, double sign = 1)
    {
        double value = 0;
        for (int t = 1; t <= Steps; t++)
        {
            value = sign * (trial.Config[0] + (0.3 / t));
            trial.Report(t - 1, value);
            if (trial.ShouldPrune)
            {
                return TrialOutcome.Pruned;
            }
        }

        return value;
    }

    // Runs the study in parts, each as a process of its own would.
    private static string[] Run(StudyOptions options, params int[] ends)
    {
        string[] trials = [];
        foreach (int end in ends)
        {
            var study = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, options);
            while (study.Trials.Count < end)
            {
                Run(study, study.Ask(), 1);
            }

            trials = [.. study.Trials.Select(static trial => trial.ToString())];
            study.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        return trials;
    }
}
