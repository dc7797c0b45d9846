namespace HyperTune.Tests;

/// <summary>Failed trials that are run again by themselves, over every storage and in memory.</summary>
public sealed class RetriesTests
{
    private static readonly TimeSpan BackOff = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_trial_that_fails_is_run_again_under_its_number_with_its_config(string kind)
    {
        using var place = new StoragePlace(kind);
        var seen = new List<(int Number, double X)>();
        Study<double[]> study = place.Open(Twice);
        StudyResult<double[]> result = study.Run(
            (config, trial) =>
            {
                seen.Add((trial.Number, config[0]));
                trial.Report(0, seen.Count);
                return trial.Number == 1 && seen.Count < 4 ? throw new IOException($"attempt {seen.Count}") : 7;
            },
            3);
        Assert.Equal([0, 1, 1, 1, 2], seen.Select(static entry => entry.Number));
        Assert.Single(seen.Where(static entry => entry.Number == 1).Select(static entry => entry.X).Distinct());
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.Equal(["IOException: attempt 2", "IOException: attempt 3"], result.Trials[1].FailedAttempts.Select(static attempt => attempt.Reason));
        Assert.All(result.Trials[1].FailedAttempts, static attempt => Assert.IsType<IOException>(attempt.Exception));
        Assert.Equal([new TrialReport(0, 4)], result.Trials[1].Reports.ToArray());
        Assert.Empty(result.Trials[0].FailedAttempts);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        if (kind != StoragePlace.Memory)
        {
            TrialRecord<double[]> read = place.Open().Trials[1];
            Assert.Equal(["IOException: attempt 2", "IOException: attempt 3"], read.FailedAttempts.Select(static attempt => attempt.Reason));
            Assert.Equal((7.0, TrialState.Completed), (read.Value!.Value, read.State));
        }
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_trial_whose_retries_are_spent_fails(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open(Twice);
        StudyResult<double[]> result = study.Run(static (_, trial) => trial.Number == 0 ? throw new IOException("gone") : 7, 2);
        Assert.Equal([TrialState.Failed, TrialState.Completed], result.Trials.Select(static trial => trial.State));
        Assert.Equal(2, result.Trials[0].FailedAttempts.Length);
        Assert.Equal("IOException: gone", result.Trials[0].FailureReason);
    }

    [Fact]
    public void What_is_not_expected_is_not_tried_again_unless_a_condition_says_so()
    {
        int calls = 0;
        Study<double[]> study = Studies.Minimize(Twice(Studies.Seeded));
        Assert.Throws<TrialFailedException>(() => study.Run((double[] _) => calls++ < 10 ? throw new FormatException() : 1, 1));
        Assert.Equal(1, calls);

        calls = 0;
        Study<double[]> other = Studies.Minimize(Studies.Seeded with { Retries = new Retries { Failed = 2, When = static exception => exception is FormatException } });
        Assert.Throws<TrialFailedException>(() => other.Run((double[] _) => calls++ < 10 ? throw new FormatException() : 1, 1));
        Assert.Equal(3, calls);
    }

    [Fact]
    public void Outcomes_are_not_tried_again()
    {
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Expected = Failures.Any, Retries = new Retries { Failed = 2 } })
            .Run(static (_, trial) => trial.Number == 0 ? TrialOutcome.Failed("no memory") : double.NaN, 2);
        Assert.All(result.Trials, static trial => Assert.Empty(trial.FailedAttempts));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Other_trials_run_while_one_waits_for_its_back_off_and_the_run_waits_for_it(string kind)
    {
        using var place = new StoragePlace(kind);
        var order = new List<int>();
        var failures = new List<int>();
        Study<double[]> study = place.Open(options => Twice(options) with
        {
            Retries = new Retries
            {
                Failed = 2,
                BackOff = count =>
                {
                    failures.Add(count);
                    return BackOff * count;
                },
            },
        });
        StudyResult<double[]> result = study.Run(
            (_, trial) =>
            {
                order.Add(trial.Number);
                if (trial.Number == 3)
                {
                    // Enough for the first retry, not for a second one.
                    place.Time.Advance(BackOff);
                }

                return trial.Number == 0 && order.Count == 1 ? throw new IOException() : 1;
            },
            5);
        Assert.Equal([0, 1, 2, 3, 0, 4], order);
        Assert.Equal([1], failures);
        Assert.Equal((5, StopReason.TrialBudgetSpent), (result.Trials.Count, result.StopReason));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task A_run_with_nothing_else_to_do_waits_for_the_back_off(string kind)
    {
        using var place = new StoragePlace(kind);
        int calls = 0;
        var failed = new TaskCompletionSource();
        Study<double[]> study = place.Open(options => Twice(options) with
        {
            Logger = new SignalLogger("run again", failed),
            Retries = new Retries { Failed = 1, BackOff = static _ => BackOff },
        });
        Task<StudyResult<double[]>> run = study.RunAsync(
            async (double[] _) =>
            {
                await Task.Yield();
                return Interlocked.Increment(ref calls) == 1 ? throw new IOException() : 1;
            },
            1);
        await failed.Task;
        Assert.Equal(TrialState.Waiting, study.Trials[0].State);
        place.Time.Advance(BackOff);
        StudyResult<double[]> result = await run;
        Assert.Equal((2, 1.0), (calls, result.Best.Value!.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Retries_change_nothing_in_a_reproducible_study(int workers)
    {
        StudyOptions options = Studies.Seeded with { Strategy = Strategy.Tpe(), ReproducibleUpTo = 4, Parallelism = workers };
        StudyResult<double[]> smooth = Studies.Minimize(options).Run(Studies.Bowl, 40);
        var attempts = new System.Collections.Concurrent.ConcurrentDictionary<int, int>();
        StudyResult<double[]> rough = Studies.Minimize(Twice(options) with { Retries = new Retries { Failed = 2, BackOff = static count => TimeSpan.FromMilliseconds(count) } }).Run(
            (config, trial) => attempts.AddOrUpdate(trial.Number, 1, static (_, count) => count + 1) <= trial.Number % 3 ? throw new IOException() : Studies.Bowl(config), 40);
        Assert.Equal(smooth.Trials.Select(static trial => trial.Value), rough.Trials.Select(static trial => trial.Value));
    }

    [Fact]
    public void A_trial_that_fails_when_the_other_workers_have_nothing_left_to_start_is_run_again()
    {
        using var other = new ManualResetEventSlim();
        int attempts = 0;
        StudyResult<double[]> result = Studies.Minimize(Twice(Studies.Seeded) with { Parallelism = 2, Retries = new Retries { Failed = 1 } }).Run(
            (config, trial) =>
            {
                if (trial.Number == 1)
                {
                    other.Set();
                }
                else if (Interlocked.Increment(ref attempts) == 1)
                {
                    // Time for the other worker to find the budget spent.
                    other.Wait();
                    Thread.Sleep(200);
                    throw new IOException();
                }

                return Studies.Bowl(config);
            },
            2);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.Equal((2, 2, StopReason.TrialBudgetSpent), (attempts, result.Trials.Count, result.StopReason));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_trial_that_waits_for_its_back_off_goes_to_whoever_asks_when_it_is_over(string kind)
    {
        using var place = new StoragePlace(kind);
        using var cancellation = new CancellationTokenSource();
        Study<double[]> study = place.Open(options => Twice(options) with { Retries = new Retries { Failed = 1, BackOff = static _ => BackOff } });
        Assert.ThrowsAny<OperationCanceledException>(() => study.Run(
            (double[] _) =>
            {
                cancellation.Cancel();
                throw new IOException("first");
            },
            1,
            cancellation.Token));
        Study<double[]> other = place.Open();
        Assert.Equal((TrialState.Waiting, 1), (other.Trials[0].State, other.Trials[0].FailedAttempts.Length));
        Assert.Equal(1, (await other.AskAsync()).Number);
        place.Time.Advance(BackOff);
        Trial<double[]> again = await other.AskAsync();
        Assert.Equal((0, study.Trials[0].Vector.Span[0]), (again.Number, again.Config[0]));
        await other.TellAsync(again, 3);
        Assert.Equal(3, place.Open().Trials[0].Value);
    }

    [Fact]
    public void A_back_off_below_zero_is_an_error_and_the_trial_is_kept()
    {
        Study<double[]> study = Studies.Minimize(Twice(Studies.Seeded) with { Retries = new Retries { Failed = 1, BackOff = static _ => TimeSpan.FromSeconds(-1) } });
        var exception = Assert.Throws<InvalidOperationException>(() => study.Run((double[] _) => throw new IOException(), 1));
        Assert.Equal("StudyOptions.Retries.BackOff gave -00:00:01 for attempt 1; it must be zero or longer.", exception.Message);
        Assert.Equal(TrialState.Failed, study.Trials[0].State);
    }

    [Fact]
    public void Numbers_below_zero_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Failed", static () => new Retries { Failed = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Interrupted", static () => new Retries { Interrupted = -1 });
    }

    private static StudyOptions Twice(StudyOptions options) => options with { Expected = Failures.Of<IOException>(), Retries = new Retries { Failed = 2 } };

    /// <summary>Says when something has been logged.</summary>
    private sealed class SignalLogger(string text, TaskCompletionSource signal) : Microsoft.Extensions.Logging.ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(
            Microsoft.Extensions.Logging.LogLevel logLevel,
            Microsoft.Extensions.Logging.EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains(text, StringComparison.Ordinal))
            {
                signal.TrySetResult();
            }
        }
    }
}
