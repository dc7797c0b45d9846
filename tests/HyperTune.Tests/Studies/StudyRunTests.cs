namespace HyperTune.Tests;

public sealed class StudyRunTests
{
    [Fact]
    public void Trials_are_numbered_in_order_and_the_best_is_found()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(Studies.Bowl, 50);
        Assert.Equal(Enumerable.Range(0, 50), result.Trials.Select(static trial => trial.Number));
        Assert.Equal(result.Trials.Min(static trial => trial.Value), result.Best.Value);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        Assert.Equal(Studies.Bowl(result.Best.Config), result.Best.Value);
    }

    [Fact]
    public void Maximizing_is_minimizing_the_negative()
    {
        StudyResult<double[]> smallest = Studies.Minimize().Run(Studies.Bowl, 50);
        StudyResult<double[]> largest = Studies.Maximize().Run(static x => -Studies.Bowl(x), 50);
        Assert.Equal(smallest.Best.Number, largest.Best.Number);
        Assert.Equal(-smallest.Best.Value, largest.Best.Value);
    }

    [Fact]
    public void Of_equal_trials_the_first_is_best() => Assert.Equal(0, Studies.Minimize().Run(static _ => 1, 5).Best.Number);

    [Fact]
    public void The_same_seed_gives_the_same_trials_and_another_seed_others()
    {
        StudyResult<double[]> first = Studies.Minimize().Run(Studies.Bowl, 20);
        StudyResult<double[]> again = Studies.Minimize().Run(Studies.Bowl, 20);
        StudyResult<double[]> other = Studies.Minimize(Studies.Seeded with { Seed = 8 }).Run(Studies.Bowl, 20);
        Assert.Equal(first.Trials.Select(static trial => trial.Value), again.Trials.Select(static trial => trial.Value));
        Assert.NotEqual(first.Trials.Select(static trial => trial.Value), other.Trials.Select(static trial => trial.Value));
    }

    [Fact]
    public void A_chosen_seed_repeats_the_study()
    {
        StudyResult<double[]> first = Studies.Minimize(new StudyOptions()).Run(Studies.Bowl, 20);
        StudyResult<double[]> again = Studies.Minimize(new StudyOptions { Seed = first.Seed }).Run(Studies.Bowl, 20);
        Assert.Equal(first.Trials.Select(static trial => trial.Value), again.Trials.Select(static trial => trial.Value));
        Assert.NotEqual(first.Seed, Studies.Minimize(new StudyOptions()).Seed);
    }

    [Fact]
    public void A_second_run_goes_on_with_a_budget_of_its_own()
    {
        Study<double[]> study = Studies.Minimize();
        study.Run(Studies.Bowl, 5);
        StudyResult<double[]> both = study.Run(Studies.Bowl, 5);
        StudyResult<double[]> atOnce = Studies.Minimize().Run(Studies.Bowl, 10);
        Assert.Equal(atOnce.Trials.Select(static trial => trial.Value), both.Trials.Select(static trial => trial.Value));
    }

    [Fact]
    public void Run_with_one_worker_stays_on_the_callers_thread()
    {
        int caller = Environment.CurrentManagedThreadId;
        Studies.Minimize().Run(
            _ =>
            {
                Assert.Equal(caller, Environment.CurrentManagedThreadId);
                return 0;
            },
            3);
    }

    [Fact]
    public async Task RunAsync_calls_the_objective_on_the_thread_pool()
    {
        StudyResult<double[]> result = await Studies.Minimize().RunAsync(
            static (_, _) => Task.FromResult(Thread.CurrentThread.IsThreadPoolThread ? 1.0 : 0.0),
            3);
        Assert.All(result.Trials, static trial => Assert.Equal(1, trial.Value));
    }

    [Fact]
    public void Running_inside_a_run_is_refused()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Expected = Failures.Any });
        StudyResult<double[]> result = study.Run(_ => study.Run(static _ => 0, 1).Trials.Count, 1);
        Assert.Contains("is running already", result.Trials[0].FailureReason);
        Assert.Equal(1, study.Run(static _ => 1, 1).Best.Value);
    }

    [Fact]
    public void Another_study_may_run_inside_a_run()
        => Assert.Equal(2, Studies.Minimize().Run(static _ => Studies.Minimize().Run(Studies.Bowl, 2).Trials.Count, 1).Best.Value);

    [Fact]
    public void RequestStop_lets_the_running_trial_finish_and_ends_the_run()
    {
        Study<double[]> study = Studies.Minimize();
        StudyResult<double[]> result = study.Run(
            (_, trial) =>
            {
                if (trial.Number == 2)
                {
                    study.RequestStop();
                }

                return trial.Number;
            },
            100);
        Assert.Equal(StopReason.StopRequested, result.StopReason);
        Assert.Equal(3, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
    }

    [Fact]
    public void RequestStop_without_a_run_does_not_stop_the_next_one()
    {
        Study<double[]> study = Studies.Minimize();
        study.RequestStop();
        Assert.Equal(3, study.Run(Studies.Bowl, 3).Trials.Count);
    }

    [Fact]
    public void An_exhausted_strategy_ends_the_run()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = new RecordingStrategy { Limit = 3 } });
        StudyResult<double[]> result = study.Run(Studies.Bowl, 100);
        Assert.Equal(StopReason.SpaceExhausted, result.StopReason);
        Assert.Equal(3, result.Trials.Count);
    }

    [Fact]
    public void Constraints_that_accept_nothing_reach_the_caller()
    {
        var study = new Study<double[]>(new TestSpace([new UniformDistribution(0, 1)], static _ => false), OptimizationDirection.Minimize);
        var exception = Assert.Throws<ConstraintException>(() => study.Run(static _ => 0, 1));
        Assert.Contains("TestConstraint", exception.Message);
        Assert.Equal(StopReason.Faulted, study.GetResult().StopReason);
        Assert.Empty(study.Trials);
    }

    [Fact]
    public async Task A_strategys_exception_ends_a_parallel_run_and_reaches_the_caller()
    {
        var strategy = new RecordingStrategy { OnSuggest = static number => _ = number < 10 ? number : throw new TimeoutException("no luck") };
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy, Parallelism = 4 });
        await Assert.ThrowsAsync<TimeoutException>(() => study.RunAsync(static (_, _) => Task.FromResult(1.0), 100));
        Assert.Equal(10, study.Trials.Count);
        Assert.All(study.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
    }

    [Fact]
    public void A_suggestion_outside_the_space_is_refused()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = new OutsideStrategy() });
        var exception = Assert.Throws<InvalidOperationException>(() => study.Run(Studies.Bowl, 1));
        Assert.Contains("'Outside' suggested a vector for trial 0 of study 'test'", exception.Message);
        Assert.Contains("(2, 2)", exception.Message);
    }

    private sealed class OutsideStrategy : Strategy
    {
        public override string ToString() => "Outside";

        public override StrategyRun Start(StrategyContext context) => new Run();

        private sealed class Run : StrategyRun
        {
            public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
            {
                vector.Fill(2);
                return true;
            }
        }
    }
}
