namespace HyperTune.Tests;

/// <summary>What observers of a study see, over every storage and in memory.</summary>
public sealed class ObserverTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_run_is_seen_from_its_first_trial_to_its_end(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        var observer = new RecordingObserver();
        study.Observe(observer);
        StudyResult<double[]> result = study.Run(
            static (_, trial) =>
            {
                trial.Report(3, trial.Number + 0.5);
                return trial.Number switch { 0 => 5, 1 => double.NaN, 2 => TrialOutcome.Pruned, 3 => 7, _ => 4 };
            },
            5);
        Assert.Equal(
            [
                "0 Running", "0 reports 0.5 at 3", "0 Completed 5 best",
                "1 Running", "1 reports 1.5 at 3", "1 Failed ",
                "2 Running", "2 reports 2.5 at 3", "2 Pruned 2.5",
                "3 Running", "3 reports 3.5 at 3", "3 Completed 7",
                "4 Running", "4 reports 4.5 at 3", "4 Completed 4 best",
                "TrialBudgetSpent",
            ],
            observer.Lines);
        Assert.All(observer.Started, static trial => Assert.Equal((0, null, null), (trial.Reports.Length, trial.Value, trial.Duration)));
        Assert.Equal(StoragePlace.Describe(result.Trials), StoragePlace.Describe(observer.Ended));
        Assert.Equal(result.Trials.Select(static trial => trial.Vector.Span[0]), observer.Started.Select(static trial => trial.Config[0]));
        Assert.Equal((4, 5), (observer.Result!.Best.Number, observer.Result.Trials.Count));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Trials_that_are_asked_for_are_seen_too(string kind)
    {
        using var place = new StoragePlace(kind);
        var observer = new RecordingObserver();
        await using (Study<double[]> study = place.Open())
        {
            study.Observe(observer);
            Trial<double[]> first = await study.AskAsync();
            Trial<double[]> second = await study.AskAsync();
            await second.ReportAsync(0, 1);
            await study.TellAsync(second, 2);
            await study.TellAsync(first, TrialOutcome.Failed("late"));
        }

        Assert.Equal(["0 Running", "1 Running", "1 reports 1 at 0", "1 Completed 2 best", "0 Failed "], observer.Lines);
    }

    [Fact]
    public async Task Calls_come_one_at_a_time_and_never_on_a_thread_of_the_objective()
    {
        var objectives = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
        int calls = 0;
        int onObjectives = 0;
        var observer = new RecordingObserver
        {
            OnCall = async (_, _) =>
            {
                calls++;
                onObjectives += objectives.ContainsKey(Environment.CurrentManagedThreadId) ? 1 : 0;
                await Task.Yield();
            },
        };
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Parallelism = 4 });
        study.Observe(observer, new ObserverOptions { QueueLength = 3 });
        await Task.Factory.StartNew(
            () => study.Run(
                config =>
                {
                    objectives[Environment.CurrentManagedThreadId] = true;
                    return Studies.Bowl(config);
                },
                100),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.False(observer.WasEnteredTwice);
        Assert.Equal((201, 0), (calls, onObjectives));
        foreach (int number in Enumerable.Range(0, 100))
        {
            string[] own = [.. observer.Lines.Where(line => line.StartsWith($"{number} ", StringComparison.Ordinal))];
            Assert.Equal($"{number} Running", own[0]);
            Assert.StartsWith($"{number} Completed", own[1]);
        }
    }

    [Fact]
    public void A_full_queue_lets_whoever_writes_wait()
    {
        using var hold = new ManualResetEventSlim();
        int started = 0;
        int startedWhenReleased = -1;
        var observer = new RecordingObserver
        {
            OnCall = (line, _) =>
            {
                if (line == "0 Running")
                {
                    hold.Wait();
                }

                return ValueTask.CompletedTask;
            },
        };
        Study<double[]> study = Studies.Minimize();
        study.Observe(observer, new ObserverOptions { QueueLength = 4 });
        var run = new Thread(() => study.Run(
            _ =>
            {
                Interlocked.Increment(ref started);
                return 1;
            },
            50));
        run.Start();

        // What was being seen counts as waiting: a start and an end, another start and end, and the writer stands still.
        SpinWait.SpinUntil(() => run.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && Volatile.Read(ref started) >= 2);
        Thread.Sleep(50);
        startedWhenReleased = Volatile.Read(ref started);
        hold.Set();
        run.Join();
        Assert.Equal(2, startedWhenReleased);
        Assert.Equal(101, observer.Lines.Count);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void What_an_observer_throws_ends_the_run_and_reaches_its_caller(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        var thrown = new FormatException("bad dashboard");
        var observer = new RecordingObserver { OnCall = (line, _) => line.StartsWith("3 Completed", StringComparison.Ordinal) ? throw thrown : ValueTask.CompletedTask };
        var other = new RecordingObserver();
        study.Observe(observer, new ObserverOptions { QueueLength = 1 });
        study.Observe(other);
        Assert.Same(thrown, Assert.Throws<FormatException>(() => study.Run(Studies.Bowl, 1000)));
        Assert.InRange(study.Trials.Count, 4, 6);
        Assert.Equal((StopReason.Faulted, "Faulted"), (study.GetResult().StopReason, other.Lines[^1]));
        int before = observer.Lines.Count;
        study.Run(Studies.Bowl, kind == StoragePlace.Memory ? 2 : study.Trials.Count + 2);
        Assert.Equal(before, observer.Lines.Count);
    }

    [Fact]
    public async Task What_an_observer_throws_at_the_end_of_a_run_is_not_swallowed()
    {
        Study<double[]> study = Studies.Minimize();
        study.Observe(new RecordingObserver { OnCall = static (line, _) => line == "TrialBudgetSpent" ? throw new FormatException() : ValueTask.CompletedTask });
        await Assert.ThrowsAsync<FormatException>(() => study.RunAsync(static (double[] _) => Task.FromResult(1.0), 3));
        Assert.Equal(3, study.Trials.Count);
    }

    [Fact]
    public async Task Who_asks_and_tells_receives_it()
    {
        Study<double[]> study = Studies.Minimize();
        var failed = new TaskCompletionSource();
        study.Observe(new RecordingObserver
        {
            OnCall = async (line, _) =>
            {
                failed.SetResult();
                await Task.Yield();
                throw new FormatException(line);
            },
        });
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            while (true)
            {
                await study.TellAsync(await study.AskAsync(), 1);
            }
        });
        await study.TellAsync(await study.AskAsync(), 1);
    }

    [Fact]
    public async Task Disposing_of_the_study_throws_what_nobody_has_received()
    {
        Study<double[]> study = Studies.Minimize();
        using var hold = new ManualResetEventSlim();
        study.Observe(new RecordingObserver
        {
            OnCall = (line, _) =>
            {
                hold.Wait();
                throw new FormatException(line);
            },
        });
        await study.AskAsync();
        ValueTask disposal = study.DisposeAsync();
        hold.Set();
        await Assert.ThrowsAsync<FormatException>(async () => await disposal);
    }

    [Fact]
    public void What_several_observers_throw_comes_together()
    {
        Study<double[]> study = Studies.Minimize();
        using var both = new Barrier(2);
        foreach (string name in new[] { "first", "second" })
        {
            study.Observe(new RecordingObserver
            {
                OnCall = (line, _) =>
                {
                    both.SignalAndWait();
                    throw new FormatException(name);
                },
            });
        }

        var exception = Assert.Throws<AggregateException>(() => study.Run(static _ => 1, 1));
        Assert.Equal(["first", "second"], exception.InnerExceptions.Select(static inner => inner.Message).Order());
    }

    [Fact]
    public void Cancelled_and_failing_runs_end_for_observers_too()
    {
        using var cancellation = new CancellationTokenSource();
        Study<double[]> study = Studies.Minimize();
        var observer = new RecordingObserver();
        study.Observe(observer);
        Assert.ThrowsAny<OperationCanceledException>(() => study.Run(
            _ =>
            {
                cancellation.Cancel();
                return 1;
            },
            3,
            cancellation.Token));
        Assert.Throws<TrialFailedException>(() => study.Run((double[] _) => throw new FormatException(), 3));
        Assert.Equal(["0 Running", "0 Completed 1 best", "Cancelled", "1 Running", "1 Failed ", "UnexpectedFailure"], observer.Lines);
    }

    [Fact]
    public void An_observation_ends_when_it_is_disposed_of()
    {
        Study<double[]> study = Studies.Minimize();
        var observer = new RecordingObserver();
        IDisposable observation = study.Observe(observer);
        study.Run(static _ => 1, 1);
        observation.Dispose();
        observation.Dispose();
        study.Run(static _ => 1, 1);
        Assert.Equal(["0 Running", "0 Completed 1 best", "TrialBudgetSpent"], observer.Lines);
    }

    [Fact]
    public async Task Disposing_of_an_observation_cancels_the_call_that_is_under_way()
    {
        Study<double[]> study = Studies.Minimize();
        var inside = new TaskCompletionSource();
        IDisposable observation = study.Observe(new RecordingObserver
        {
            OnCall = async (_, token) =>
            {
                inside.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            },
        });
        Task<StudyResult<double[]>> run = study.RunAsync(static (double[] _) => Task.FromResult(1.0), 5);
        await inside.Task;
        observation.Dispose();
        Assert.Equal(5, (await run).Trials.Count);
    }

    [Fact]
    public void An_observer_may_stop_the_run_and_enqueue()
    {
        Study<double[]> study = Studies.Minimize();
        var observer = new RecordingObserver
        {
            OnCall = (line, _) =>
            {
                if (line.StartsWith("2 Completed", StringComparison.Ordinal))
                {
                    study.Enqueue([0.5, 0.5]);
                    study.RequestStop();
                }

                return ValueTask.CompletedTask;
            },
        };
        study.Observe(observer, new ObserverOptions { QueueLength = 1 });
        StudyResult<double[]> result = study.Run(Studies.Bowl, 1000);
        Assert.Equal(StopReason.StopRequested, result.StopReason);
        Assert.Contains(result.Trials, static trial => trial.IsEnqueued);
    }

    [Fact]
    public void A_trial_that_is_run_again_starts_again()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Expected = Failures.Any, Retries = new Retries { Failed = 1 } });
        var observer = new RecordingObserver();
        study.Observe(observer);
        int calls = 0;
        study.Run((double[] _) => calls++ == 0 ? throw new IOException() : 1, 1);
        Assert.Equal(["0 Running", "0 Running", "0 Completed 1 best", "TrialBudgetSpent"], observer.Lines);
        Assert.Equal(["", "IOException: I/O error occurred."], observer.Started.Select(static trial => string.Concat(trial.FailedAttempts.Select(static attempt => attempt.Reason))));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Trials_of_other_processes_are_seen_on_request(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        Study<double[]> other = place.Open();
        Trial<double[]> earlier = await other.AskAsync();
        await study.OpenAsync();
        var own = new RecordingObserver();
        var all = new RecordingObserver();
        study.Observe(own);
        study.Observe(all, new ObserverOptions { OtherProcesses = true });
        StudyResult<double[]> result = await study.RunAsync(
            async (_, trial, _) =>
            {
                if (trial.Number == 1)
                {
                    // Seen while this trial runs: nobody asks or tells here meanwhile.
                    Trial<double[]> foreign = await other.AskAsync();
                    foreign.Report(1, 2);
                    await other.TellAsync(foreign, 3);
                    await other.TellAsync(earlier, 9);
                    while (all.Lines.Count < 5)
                    {
                        await Task.Delay(10, CancellationToken.None);
                    }
                }

                return 5;
            },
            4);
        Assert.Equal(["1 Running", "1 Completed 5", "3 Running", "3 Completed 5", "TrialBudgetSpent"], own.Lines);
        Assert.Equal(
            [
                "1 Running", "2 Running", "2 reports 2 at 1", "2 Completed 3 best", "0 Completed 9",
                "1 Completed 5", "3 Running", "3 Completed 5", "TrialBudgetSpent",
            ],
            all.Lines);
        Assert.Equal(4, result.Trials.Count);
    }

    [Fact]
    public void Wrong_options_and_no_observer_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("QueueLength", static () => new ObserverOptions { QueueLength = 0 });
        Assert.Throws<ArgumentNullException>("observer", static () => Studies.Minimize().Observe(null!));
    }
}
