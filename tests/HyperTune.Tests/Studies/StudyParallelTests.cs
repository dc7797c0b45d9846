namespace HyperTune.Tests;

public sealed class StudyParallelTests
{
    [Fact]
    public void Any_parallelism_gives_the_same_trials()
    {
        StudyResult<double[]> one = Studies.Minimize().Run(Studies.Bowl, 200);
        StudyResult<double[]> four = Studies.Minimize(Studies.Seeded with { Parallelism = 4 }).Run(Studies.Bowl, 200);
        Assert.Equal(one.Trials.Select(static trial => (trial.Number, trial.Value)), four.Trials.Select(static trial => (trial.Number, trial.Value)));
        Assert.Equal(one.Best.Number, four.Best.Number);
    }

    [Fact]
    public async Task Any_parallelism_gives_the_same_trials_asynchronously_and_with_enqueued_ones()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Parallelism = 4 });
        Study<double[]> alone = Studies.Minimize();
        foreach (double x in (double[])[0.1, 0.2, 0.3, 0.4, 0.5])
        {
            study.Enqueue([x, x]);
            alone.Enqueue([x, x]);
        }

        StudyResult<double[]> four = await study.RunAsync(
            async (x, _) =>
            {
                await Task.Yield();
                return Studies.Bowl(x);
            },
            200);
        StudyResult<double[]> one = alone.Run(Studies.Bowl, 200);
        Assert.Equal(one.Trials.Select(static trial => trial.Value), four.Trials.Select(static trial => trial.Value));
    }

    [Fact]
    public async Task Trials_run_side_by_side()
    {
        // Each of the four waits for the other three: with fewer at once this would never end.
        using var barrier = new Barrier(4);
        StudyResult<double[]> result = await Studies.Minimize(Studies.Seeded with { Parallelism = 4 }).RunAsync(
            (_, _) => Task.FromResult(barrier.SignalAndWait(TimeSpan.FromMinutes(5)) ? 1.0 : double.NaN),
            4);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
    }

    [Fact]
    public void The_caller_of_Run_is_one_of_the_workers()
    {
        using var barrier = new Barrier(2);
        int caller = Environment.CurrentManagedThreadId;
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Parallelism = 2 }).Run(
            _ => barrier.SignalAndWait(TimeSpan.FromMinutes(5)) && Environment.CurrentManagedThreadId == caller ? 1 : 0,
            2);
        Assert.Equal(1, result.Trials.Sum(static trial => trial.Value));
    }

    [Fact]
    public void Parallel_trials_of_Run_take_no_thread_from_the_pool()
    {
        using var barrier = new Barrier(16);
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Parallelism = 16 }).Run(
            _ => barrier.SignalAndWait(TimeSpan.FromMinutes(5)) && !Thread.CurrentThread.IsThreadPoolThread ? 1 : 0,
            16);
        int fromPool = Thread.CurrentThread.IsThreadPoolThread ? 1 : 0;
        Assert.Equal(16 - fromPool, result.Trials.Sum(static trial => trial.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task The_budget_of_trials_is_never_exceeded(int trials)
    {
        int calls = 0;
        StudyResult<double[]> result = await Studies.Minimize(Studies.Seeded with { Parallelism = 8 }).RunAsync(
            async (_, _, _) =>
            {
                await Task.Yield();
                return Interlocked.Increment(ref calls);
            },
            trials);
        Assert.Equal(trials, calls);
        Assert.Equal(trials, result.Trials.Count);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
    }

    [Fact]
    public void The_best_of_equal_trials_does_not_depend_on_which_ended_first()
        => Assert.Equal(0, Studies.Minimize(Studies.Seeded with { Parallelism = 4 }).Run(static _ => 1, 100).Best.Number);

    [Fact]
    public void The_strategy_is_entered_by_one_thread_at_a_time_and_told_each_trial_once()
    {
        var strategy = new RecordingStrategy();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy, Parallelism = 8 });
        study.Run(Studies.Bowl, 2_000);
        Assert.False(strategy.WasEnteredTwice);
        Assert.Equal(Enumerable.Range(0, 2_000), strategy.Announced);
        Assert.Equal(Enumerable.Range(0, 2_000), strategy.Told.Select(static result => result.Number).Order());
    }
}
