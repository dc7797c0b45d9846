namespace HyperTune.Tests.Stopping;

/// <summary>What studies do with stopping rules.</summary>
public sealed class StoppingStudyTests
{
    private static readonly StoppingRule[] Two = [StoppingRule.Patience(20), StoppingRule.Patience(10)];

    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> Strategies { get; } = new(ConformanceStrategies.Independent.Where(static name => name != "gradient"));

    [Fact]
    public void The_first_rule_that_is_met_ends_the_run_and_the_others_say_what_they_saw()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(static _ => 1, new Budget { Trials = 100, StopWhen = [.. Two] });
        Assert.Equal((StopReason.NoImprovement, 11), (result.StopReason, result.Trials.Count));
        Assert.Equal([false, true], result.Stopping.Select(static verdict => verdict.HasEndedRun));
        Assert.Equal([null, 10], result.Stopping.Select(static verdict => verdict.FirstMetAt));
        Assert.EndsWith("10 trials brought none since, of 20.", result.Stopping[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(Two, result.Stopping.Select(static verdict => verdict.Rule));
    }

    [Fact]
    public void A_watched_rule_ends_nothing_and_says_where_it_would_have()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(
            static (_, trial) => trial.Number == 40 ? 0 : 1, new Budget { Trials = 45, StopWhen = [StoppingRule.Watch(StoppingRule.Patience(10)), StoppingRule.Patience(30)] });
        Assert.Equal((StopReason.NoImprovement, 31), (result.StopReason, result.Trials.Count));
        StoppingVerdict watched = result.Stopping[0];
        Assert.Equal((true, false, true, 10), (watched.IsWatched, watched.HasEndedRun, watched.IsMet, watched.FirstMetAt!.Value));
        Assert.StartsWith("Watch(Patience(10 trials)): would have ended it at trial 10. ", watched.ToString(), StringComparison.Ordinal);
        result = Studies.Minimize().Run(static (_, trial) => trial.Number == 40 ? 0 : 1, new Budget { Trials = 45, StopWhen = [StoppingRule.Watch(StoppingRule.Patience(10))] });
        Assert.Equal((StopReason.TrialBudgetSpent, false, 10), (result.StopReason, result.Stopping[0].IsMet, result.Stopping[0].FirstMetAt!.Value));
        Assert.Throws<ArgumentException>(() => Studies.Minimize().Run(static _ => 1, new Budget { StopWhen = [StoppingRule.Watch(StoppingRule.Patience())] }));
        Assert.Same(StoppingRule.Watch(watched.Rule), watched.Rule);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_watched_rule_changes_no_trial(string strategy)
    {
        Assert.Equal(Run(new Budget { Trials = 40 }), Run(new Budget { Trials = 40, StopWhen = [StoppingRule.Watch(StoppingRule.Patience(5)), StoppingRule.Watch(StoppingRule.ExpectedImprovement())] }));

        string[] Run(Budget budget)
        {
            Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = ConformanceStrategies.Of(strategy) });
            study.Add([0.25, 0.75], 0.3);
            study.Enqueue([0.125, 0.5]);
            return [.. study.Run(Studies.Bowl, budget).Trials.Select(static trial => trial.ToString())];
        }
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void A_study_that_is_continued_ends_where_it_would_have_ended(string kind)
    {
        using var place = new StoragePlace(kind);
        var budget = new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(10)] };
        Assert.Equal(6, place.Open().Run(static _ => 1, 6).Trials.Count);
        StudyResult<double[]> result = place.Open().Run(static _ => 1, budget);
        Assert.Equal((StopReason.NoImprovement, 11), (result.StopReason, result.Trials.Count));

        // Started again it is over at once, for the same reason; and without the rule it goes on.
        result = place.Open().Run(static _ => 1, budget);
        Assert.Equal((StopReason.NoImprovement, 11, 10), (result.StopReason, result.Trials.Count, result.Stopping[0].FirstMetAt!.Value));
        result = place.Open().Run(static _ => 0, 12);
        Assert.Equal((StopReason.TrialBudgetSpent, 12), (result.StopReason, result.Trials.Count));
        Assert.Empty(result.Stopping);

        // The twelfth was better: the rule holds no more.
        result = place.Open().Run(static _ => 1, budget);
        Assert.Equal((StopReason.NoImprovement, 22), (result.StopReason, result.Trials.Count));
    }

    [Fact]
    public async Task Any_number_of_workers_ends_at_the_same_trial()
    {
        foreach (int workers in new[] { 1, 2, 8 })
        {
            StudyOptions options = Studies.Seeded with { Parallelism = workers, ReproducibleUpTo = 8 };
            StudyResult<double[]> result = await Studies.Minimize(options).RunAsync(
                static async (_, trial, token) =>
                {
                    await Task.Delay(trial.Number % 3, token);
                    return Math.Max(0.0, 3 - trial.Number);
                },
                new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(5)] });

            // Trial 8 is the fifth without an improvement, and counts from trial 16 on.
            Assert.Equal((StopReason.NoImprovement, 9 + 7, 8), (result.StopReason, result.Trials.Count, result.Stopping[0].FirstMetAt!.Value));
        }
    }

    [Fact]
    public async Task A_trial_that_is_taken_out_is_unlearned()
    {
        Study<double[]> study = Studies.Minimize();
        var budget = new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(10)] };
        Assert.Equal(14, study.Run(static (_, trial) => trial.Number == 3 ? -1 : 20 - trial.Number, budget).Trials.Count);
        await study.ExcludeAsync(3, "a slip");
        StudyResult<double[]> result = study.Run(static _ => 1, budget);
        Assert.Equal((StopReason.NoImprovement, 14 + 11), (result.StopReason, result.Trials.Count));
    }

    [Fact]
    public void What_rules_saw_is_logged_and_forgotten_with_the_next_run()
    {
        var logger = new RecordingLogger();
        int last = 12;
        var progress = new Breaking(report => report.TrialNumber == last ? throw new InvalidDataException("broken") : 0);
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Logger = logger, Progress = progress });
        var budget = new Budget { Trials = 100, StopWhen = [StoppingRule.Patience(10)] };
        StudyResult<double[]> result = study.Run(static _ => 1, budget);
        Assert.Contains(logger.Lines, line => line.Message == $"Study test: {result.Stopping[0]}");

        // A run that breaks has no verdicts, and an earlier result keeps its own.
        study.Run(static _ => 0, 1);
        Assert.Throws<InvalidDataException>(() => study.Run(static _ => 1, budget));
        Assert.Empty(study.GetResult().Stopping);
        Assert.Single(result.Stopping);
    }

    [Fact]
    public void Several_objectives_are_refused()
    {
        string message = Assert.Throws<ArgumentException>(
            () => Study.Optimize<SeveralMetrics.Plane, SeveralMetrics.Tradeoff>(Studies.Seeded).Run(static _ => default(SeveralMetrics.Tradeoff), new Budget { StopWhen = [StoppingRule.Patience()] })).Message;
        Assert.StartsWith("The rules of Budget.StopWhen judge one objective, but Tradeoff has 2: give trials, a time or a cost.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_names_its_rules()
    {
        var budget = new Budget { Trials = 3, Cost = 2.5, StopWhen = [StoppingRule.Patience(), StoppingRule.Watch(StoppingRule.CrossValidationNoise())] };
        Assert.Equal("3 trials or cost 2.5 or Patience", budget.ToString());
        Assert.Equal("StopWhen", Assert.Throws<ArgumentException>(() => new Budget { StopWhen = [null!] }).ParamName);
        Assert.Empty(new Budget { StopWhen = default }.StopWhen);
    }

    private sealed class Breaking(Func<StudyProgress, int> action) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => action(value);
    }
}
