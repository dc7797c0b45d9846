namespace HyperTune.Tests;

/// <summary>Trials that end from deep below their objective.</summary>
public sealed class PrunedExceptionTests
{
    private readonly Study<double[]> _study = Studies.Minimize(Studies.Seeded with { Expected = Failures.Any, Pruner = Pruner.Threshold(upper: 10) });

    [Fact]
    public void Trial_that_the_pruner_stops_ends_as_pruned_from_any_depth()
    {
        StudyResult<double[]> result = _study.Run((_, trial) => Descend(trial, depth: 5), 3);
        Assert.Equal([TrialState.Completed, TrialState.Pruned, TrialState.Completed], result.Trials.Select(static trial => trial.State));
        Assert.Equal((11, null, null), (result.Trials[1].Value, result.Trials[1].FailureReason, result.Trials[1].Exception));
    }

    [Fact]
    public async Task Asynchronous_objective_lets_it_through()
    {
        StudyResult<double[]> result = await _study.RunAsync(
            async (_, trial, _) =>
            {
                await Task.Yield();
                return Descend(trial, depth: 5);
            },
            3);
        Assert.Equal([TrialState.Completed, TrialState.Pruned, TrialState.Completed], result.Trials.Select(static trial => trial.State));
    }

    [Fact]
    public void Parallel_loop_of_which_nothing_else_was_thrown_is_pruned()
    {
        StudyResult<double[]> result = _study.Run(
            static (_, trial) =>
            {
                trial.Report(0, 11);
                Parallel.For(0, 4, _ => trial.ThrowIfPruned());
                return 1;
            },
            1);
        Assert.Equal(TrialState.Pruned, result.Trials[0].State);
        result = _study.Run(
            static (_, trial) =>
            {
                trial.Report(0, 11);
                Task.Run(trial.ThrowIfPruned).Wait();
                return 1;
            },
            1);
        Assert.Equal(TrialState.Pruned, result.Trials[1].State);
    }

    [Fact]
    public void Other_exceptions_beside_it_are_a_failure()
    {
        StudyResult<double[]> result = _study.Run(
            static (_, trial) =>
            {
                trial.Report(0, 11);
                TrialPrunedException pruned = Assert.Throws<TrialPrunedException>(trial.ThrowIfPruned);
                throw trial.Number == 0 ? new AggregateException(pruned, new IOException("no disk")) : new AggregateException();
            },
            2);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Failed, trial.State));
        Assert.StartsWith("AggregateException: ", result.Trials[0].FailureReason);
    }

    [Fact]
    public void Pruned_trial_of_a_study_inside_the_objective_is_a_failure()
    {
        StudyResult<double[]> result = _study.Run(
            (_, _) =>
            {
                Trial<double[]> inner = Studies.Minimize(Studies.Seeded with { Name = "inner", Pruner = Pruner.Threshold(upper: 10) }).AskAsync().Result;
                inner.Report(0, 11);
                inner.ThrowIfPruned();
                return 1;
            },
            1);
        Assert.Equal("TrialPrunedException: Trial 0 of study 'inner' is pruned.", result.Trials[0].FailureReason);
    }

    [Fact]
    public async Task Loop_of_ones_own_catches_it()
    {
        Trial<double[]> trial = await _study.AskAsync();
        trial.ThrowIfPruned();
        trial.Report(0, 11);
        TrialPrunedException exception = Assert.Throws<TrialPrunedException>(trial.ThrowIfPruned);
        Assert.Equal((0, "Trial 0 of study 'test' is pruned."), (exception.TrialNumber, exception.Message));
        await _study.TellAsync(trial, TrialOutcome.Pruned);
        Assert.Equal(11, _study.Trials[0].Value);
    }

    private static double Descend(Trial<double[]> trial, int depth)
    {
        if (depth > 0)
        {
            return Descend(trial, depth - 1);
        }

        trial.Report(0, trial.Number == 1 ? 11 : 9);
        trial.ThrowIfPruned();
        return trial.Number;
    }
}
