using System.Collections.Concurrent;

namespace HyperTune.Tests;

public sealed class CrossValidationTests
{
    private static readonly FoldPlan Five = Folds.KFold(20, 5);

    private static StudyOptions Options => new() { Strategy = Strategy.Random(), Seed = 3 };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task The_outcome_is_the_mean_over_all_folds_and_each_score_is_kept(int parallelism)
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        StudyResult<TestConfig> result = await study.RunAsync(
            (config, trial, _) => trial.CrossValidateAsync(Five, (fold, _) => Task.FromResult(config.X + fold.Number), parallelism), 4);
        Assert.All(result.Trials, static trial =>
        {
            Assert.Equal(trial.Config.X + 2, trial.Value!.Value, 1e-12);
            Assert.Equal(Enumerable.Range(0, 5), trial.Reports.Select(static report => report.Step));
            Assert.All(trial.Reports, report => Assert.Equal((trial.Config.X + report.Step, ReportKind.Instance), (report.Value, report.Kind)));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_synchronous_way_gives_the_same(int parallelism)
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        int caller = Environment.CurrentManagedThreadId;
        StudyResult<TestConfig> result = study.Run(
            (config, trial) => trial.CrossValidate(
                Five,
                fold =>
                {
                    Assert.Equal(parallelism == 1, Environment.CurrentManagedThreadId == caller);
                    return config.X + fold.Number;
                },
                parallelism),
            4);
        Assert.All(result.Trials, static trial => Assert.Equal(trial.Config.X + 2, trial.Value!.Value, 1e-12));
    }

    [Fact]
    public void All_trials_see_the_same_folds_each_in_an_order_of_its_own()
    {
        var orders = new List<int[]>();
        var folds = new HashSet<(int Number, int Seed, string Samples)>();
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        Func<TestConfig, Trial<TestConfig>, TrialOutcome> objective = (_, trial) =>
        {
            var order = new List<int>();
            TrialOutcome outcome = trial.CrossValidate(Folds.KFold(20, 5), fold =>
            {
                order.Add(fold.Number);
                folds.Add((fold.Number, fold.Seed, string.Join(' ', fold.Validation)));
                return 0;
            });
            orders.Add([.. order]);
            return outcome;
        };
        study.Run(objective, 12);
        Assert.Equal(5, folds.Count);
        Assert.Equal(
            Five.Split(3).Select(static fold => string.Join(' ', fold.Validation)), folds.OrderBy(static fold => fold.Number).Select(static fold => fold.Samples));
        Assert.InRange(orders.Select(static order => string.Join(' ', order)).Distinct().Count(), 10, 12);
        Assert.All(orders, static order => Assert.Equal(Enumerable.Range(0, 5), order.Order()));

        int[][] first = [.. orders];
        orders.Clear();
        Study.Minimize<TestConfig>(Options).Run(objective, 12);
        Assert.Equal(first, orders);
    }

    [Fact]
    public async Task As_many_folds_run_side_by_side_as_are_asked_for()
    {
        int running = 0;
        int most = 0;
        var gate = new Lock();
        Trial<TestConfig> trial = Trial.For(new TestConfig());
        await trial.CrossValidateAsync(
            Folds.LeaveOneOut(20),
            async (_, token) =>
            {
                lock (gate)
                {
                    most = Math.Max(most, ++running);
                }

                await Task.Delay(10, token);
                lock (gate)
                {
                    running--;
                }

                return 1;
            },
            parallelism: 4);
        Assert.Equal(4, most);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_fold_that_throws_fails_the_trial_by_its_name_and_cancels_the_others(int parallelism)
    {
        var cancelled = new ConcurrentBag<int>();
        var started = new CountdownEvent(parallelism);
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options with { Expected = Failures.Of<TimeoutException>() });
        StudyResult<TestConfig> result = await study.RunAsync(
            (_, trial, _) => trial.CrossValidateAsync(
                Five,
                async (fold, token) =>
                {
                    if (parallelism > 1)
                    {
                        started.Signal();
                    }

                    if (fold.Number == 3)
                    {
                        if (parallelism > 1)
                        {
                            started.Wait(token);
                        }

                        throw new TimeoutException("too slow");
                    }

                    using CancellationTokenRegistration noted = token.Register(() => cancelled.Add(fold.Number));
                    await Task.Delay(parallelism == 1 ? 0 : Timeout.Infinite, token);
                    return 1;
                },
                parallelism),
            1);
        TrialRecord<TestConfig> failed = Assert.Single(result.Trials);
        Assert.Equal(TrialState.Failed, failed.State);
        Assert.Equal("Fold 3: TimeoutException: too slow", failed.FailureReason);
        Assert.IsType<TimeoutException>(failed.Exception);
        Assert.Equal(parallelism == 1 ? [] : [0, 1, 2, 4], cancelled.Order());
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_score_that_is_not_finite_fails_the_trial_by_the_folds_name(double score, string text)
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        StudyResult<TestConfig> result = study.Run((_, trial) => trial.CrossValidate(Five, fold => fold.Number == 2 ? score : 1), 2);
        Assert.All(result.Trials, trial => Assert.Equal(
            (TrialState.Failed, $"Fold 2: the score is {text}, which is no finite number."), (trial.State, trial.FailureReason)));
    }

    // Folds that end or throw at any moment, also between two looks at them.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Folds_that_end_at_any_moment_are_all_scored_and_failures_always_named(int parallelism)
    {
        for (int round = 0; round < 3000; round++)
        {
            Trial<TestConfig> trial = Trial.For(new TestConfig());
            int failing = round % 4 == 3 ? round % 5 : -1;
            Func<Fold, CancellationToken, Task<double>> score = async (fold, _) =>
            {
                await Task.Yield();
                Thread.SpinWait(round % 100);
                return fold.Number == failing ? throw new TimeoutException() : fold.Number;
            };
            if (failing < 0)
            {
                Assert.Equal(2, (await trial.CrossValidateAsync(Five, score, parallelism)).Value);
            }
            else
            {
                InstanceFailedException failed = await Assert.ThrowsAsync<InstanceFailedException>(() => trial.CrossValidateAsync(Five, score, parallelism));
                Assert.Equal(failing, failed.Number);
            }
        }
    }

    [Fact]
    public async Task A_loop_of_ones_own_sees_which_fold_threw()
    {
        Trial<TestConfig> trial = Trial.For(new TestConfig());
        InstanceFailedException failed = await Assert.ThrowsAsync<InstanceFailedException>(
            () => trial.CrossValidateAsync(Five, static (fold, _) => fold.Number == 1 ? throw new FormatException("odd") : Task.FromResult(1.0)));
        Assert.Equal(1, failed.Number);
        Assert.IsType<FormatException>(failed.InnerException);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_cancelled_run_cancels_the_folds(int parallelism)
    {
        using var source = new CancellationTokenSource();
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        await Assert.ThrowsAsync<OperationCanceledException>(() => study.RunAsync(
            (_, trial, _) => trial.CrossValidateAsync(
                Five,
                async (_, token) =>
                {
                    source.CancelAfter(20);
                    await Task.Delay(Timeout.Infinite, token);
                    return 1;
                },
                parallelism),
            5,
            source.Token));
        Assert.Equal(TrialState.Cancelled, Assert.Single(study.Trials).State);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(1, false)]
    public async Task The_pruner_stops_a_trial_between_folds_at_the_same_one_however_many_run(int parallelism, bool race)
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options with { Pruner = Pruner.Wilcoxon(startupSteps: 4) });
        int scored = 0;
        StudyResult<TestConfig> result = await study.RunAsync(
            (_, trial, _) => trial.CrossValidateAsync(
                Folds.LeaveOneOut(20),
                (fold, _) =>
                {
                    Interlocked.Increment(ref scored);
                    return Task.FromResult(fold.Number + (100.0 * trial.Number));
                },
                parallelism,
                race),
            3);
        Assert.InRange(scored, race ? 28 : 60, race ? 28 + (2 * 2 * (parallelism - 1)) : 60);
        Assert.Equal(race ? [20, 4, 4] : [20, 20, 20], result.Trials.Select(static trial => trial.Reports.Length));
        Assert.Equal(race ? TrialState.Pruned : TrialState.Completed, result.Trials[2].State);

        // What it had of easy or hard folds is made up for by what the others tell of them.
        Assert.Equal(209.5, result.Trials[2].Value!.Value, 1e-9);
    }

    [Fact]
    public void The_plan_is_noted_and_another_one_is_refused()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        study.Run((_, trial) => trial.CrossValidate(Five, static _ => 1), 1);
        KeyValuePair<string, string> note = Assert.Single(study.Notes);
        Assert.StartsWith("KFold(20 samples, 5 folds); seed 3; validation/training 0.25; samples ", note.Value, StringComparison.Ordinal);
        foreach (FoldPlan other in (FoldPlan[])[Folds.KFold(21, 5), Folds.KFold(20, 5, seed: 4), Folds.KFold(20, 4)])
        {
            TrialFailedException refused = Assert.Throws<TrialFailedException>(() => study.Run((_, trial) => trial.CrossValidate(other, static _ => 1), 1));
            Assert.StartsWith($"Study '{study.Name}' scores its configs over 'KFold(20 samples, 5 folds);", refused.InnerException!.Message, StringComparison.Ordinal);
            Assert.Contains($"asks for '{other};", refused.InnerException.Message, StringComparison.Ordinal);
        }

        Assert.Throws<TrialFailedException>(() => study.Run((_, trial) => trial.Repeat(3, static _ => 1), 1));
        study.Run((_, trial) => trial.CrossValidate(Folds.KFold(20, 5), static _ => 1), 1);
        Assert.Equal(TrialState.Completed, study.Trials[^1].State);
    }

    [Fact]
    public void Labels_are_part_of_the_plan()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        int[] labels = [.. Enumerable.Range(0, 20).Select(static sample => sample % 2)];
        study.Run((_, trial) => trial.CrossValidate(Folds.Stratified(labels, 5), static _ => 1), 1);
        Array.Fill(labels, 0, 0, 9);
        Assert.Throws<TrialFailedException>(() => study.Run((_, trial) => trial.CrossValidate(Folds.Stratified(labels, 5), static _ => 1), 1));
    }

    [Fact]
    public void Numbers_are_checked()
        => Assert.Throws<ArgumentOutOfRangeException>("parallelism", () => Trial.For(new TestConfig()).CrossValidate(Five, static _ => 1, parallelism: 0));
}
