namespace HyperTune.Tests;

/// <summary>Which exceptions end a run, and what the caller receives.</summary>
public sealed class UnexpectedFailureTests
{
    private readonly FormatException _mistake = new("bad weights");

    [Fact]
    public void An_exception_that_nobody_expected_ends_the_run_with_its_trial_and_config()
    {
        Study<double[]> study = Studies.Minimize();
        double[]? thrownFor = null;
        var failure = Assert.Throws<TrialFailedException>(() => study.Run(
            (config, trial) =>
            {
                thrownFor = config;
                return trial.Number == 2 ? throw _mistake : 5;
            },
            100));
        Assert.Equal(2, failure.TrialNumber);
        Assert.Same(thrownFor, failure.Config);
        Assert.Same(_mistake, failure.InnerException);
        Assert.StartsWith("Trial 2 of study 'test' (x0 = 0.", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(") failed and ended the run, because StudyOptions.Expected does not name FormatException: bad weights", failure.Message, StringComparison.Ordinal);
        StudyResult<double[]> result = study.GetResult();
        Assert.Equal([TrialState.Completed, TrialState.Completed, TrialState.Failed], result.Trials.Select(static trial => trial.State));
        Assert.Same(_mistake, result.Trials[2].Exception);
        Assert.Equal(StopReason.UnexpectedFailure, result.StopReason);
    }

    [Fact]
    public void A_study_goes_on_after_an_unexpected_failure()
    {
        Study<double[]> study = Studies.Minimize();
        Assert.Throws<TrialFailedException>(() => study.Run((_, trial) => trial.Number == 1 ? throw _mistake : 5, 10));
        StudyResult<double[]> result = study.Run(static _ => 4, 3);
        Assert.Equal((5, StopReason.TrialBudgetSpent), (result.Trials.Count, result.StopReason));
    }

    [Fact]
    public async Task Asynchronous_objectives_end_their_run_in_the_same_way()
    {
        Study<double[]> study = Studies.Minimize();
        var failure = await Assert.ThrowsAsync<TrialFailedException>(() => study.RunAsync(
            async (_, trial, _) =>
            {
                await Task.Yield();
                return trial.Number == 3 ? throw _mistake : 5;
            },
            100));
        Assert.Equal((3, 4), (failure.TrialNumber, study.Trials.Count));
    }

    [Fact]
    public void What_is_expected_fails_its_trial_alone()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Expected = Failures.Of<IOException>().Or<TimeoutException>() });
        StudyResult<double[]> result = study.Run(
            static (_, trial) => trial.Number switch { 0 => throw new TimeoutException(), 1 => throw new FileNotFoundException(), _ => 1 }, 3);
        Assert.Equal([TrialState.Failed, TrialState.Failed, TrialState.Completed], result.Trials.Select(static trial => trial.State));
        Assert.Throws<TrialFailedException>(() => study.Run((double[] _) => throw _mistake, 3));
    }

    [Fact]
    public void The_last_trial_of_a_budget_that_fails_unexpectedly_is_no_silent_end()
    {
        Study<double[]> study = Studies.Minimize();
        Assert.Throws<TrialFailedException>(() => study.Run((double[] _) => throw _mistake, 1));
        Assert.Equal(StopReason.UnexpectedFailure, study.GetResult().StopReason);
    }

    [Fact]
    public void Outcomes_that_say_failed_end_no_run()
        => Assert.Equal(3, Studies.Minimize().Run(static (_, _) => TrialOutcome.Failed("no memory"), 3).Trials.Count);

    [Fact]
    public async Task Of_trials_that_fail_side_by_side_the_first_by_number_is_thrown_and_all_are_kept()
    {
        const int Workers = 4;
        using var all = new Barrier(Workers);
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Parallelism = Workers });
        var failure = await Assert.ThrowsAsync<TrialFailedException>(() => Task.Run(() => study.Run(
            TrialOutcome (_, trial) =>
            {
                all.SignalAndWait();
                throw new FormatException($"number {trial.Number}");
            },
            100)));
        Assert.Equal((0, "number 0"), (failure.TrialNumber, failure.InnerException!.Message));
        Assert.Equal(Workers, study.Trials.Count(static trial => trial.State == TrialState.Failed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_reproducible_study_ends_at_the_same_trial_with_any_number_of_workers(int workers)
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { ReproducibleUpTo = 3, Parallelism = workers });
        var failure = Assert.Throws<TrialFailedException>(() => study.Run((_, trial) => trial.Number is 4 or 6 ? throw _mistake : 5, 100));
        Assert.Equal((4, 8), (failure.TrialNumber, study.Trials.Count));
    }

    [Fact]
    public void A_failure_is_not_hidden_by_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        Study<double[]> study = Studies.Minimize();
        Assert.Throws<TrialFailedException>(() => study.Run(
            (double[] _) =>
            {
                cancellation.Cancel();
                throw _mistake;
            },
            3,
            cancellation.Token));
    }

    [Fact]
    public void A_config_that_cannot_be_created_ends_the_run()
    {
        var study = new Study<double>(new FragileSpace(), OptimizationDirection.Minimize, Studies.Seeded);
        var failure = Assert.Throws<TrialFailedException>(() => study.Run(static x => x, 100));
        Assert.Null(failure.Config);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Equal((failure.TrialNumber, TrialState.Failed), (study.Trials.Count - 1, study.Trials[^1].State));
    }

    [Fact]
    public void A_condition_that_throws_ends_the_run_and_its_trial_is_kept()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Expected = Failures.Any.When(static _ => throw new NotSupportedException("condition")) });
        Assert.Throws<NotSupportedException>(() => study.Run((double[] _) => throw _mistake, 5));
        Assert.Equal((TrialState.Failed, StopReason.Faulted), (Assert.Single(study.Trials).State, study.GetResult().StopReason));
    }

    [Fact]
    public void Sets_of_exceptions_are_put_together()
    {
        Failures some = Failures.Of<IOException>().When(static exception => exception.Message == "busy").Or<TimeoutException>();
        Assert.True(some.Include(new IOException("busy")));
        Assert.False(some.Include(new IOException("gone")));
        Assert.True(some.Include(new TimeoutException("gone")));
        Assert.True(some.Include(new AggregateException(new TimeoutException(), new IOException("busy"))));
        Assert.False(some.Include(new AggregateException(new TimeoutException(), _mistake)));
        Assert.False(some.Include(new AggregateException()));
        Assert.True(Failures.Of<AggregateException>().Include(new AggregateException(_mistake)));
        Assert.True(Failures.Any.Include(_mistake));
        Assert.False(Failures.None.Include(_mistake));
        Assert.Equal("IOException on a condition or TimeoutException", some.ToString());
        Assert.Equal("none", Failures.None.ToString());
        Assert.Throws<ArgumentNullException>("condition", () => Failures.Any.When(null!));
        Assert.Throws<ArgumentNullException>("exception", () => Failures.Any.Include(null!));
    }
}
