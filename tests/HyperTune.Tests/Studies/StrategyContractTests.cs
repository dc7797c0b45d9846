namespace HyperTune.Tests;

/// <summary>What strategies may rely on.</summary>
public sealed class StrategyContractTests
{
    private readonly RecordingStrategy _strategy = new();

    private StudyOptions Options => Studies.Seeded with { Strategy = _strategy };

    [Fact]
    public void The_context_carries_space_seed_budget_and_parallelism()
    {
        Study<double[]> study = Studies.Minimize(Options with { Parallelism = 3 });
        study.Run(Studies.Bowl, 17);
        Assert.Same(study.Space, _strategy.Context!.Space);
        Assert.Equal(7UL, _strategy.Context.Seed);
        Assert.Equal(17, _strategy.Context.TrialBudget);
        Assert.Equal(3, _strategy.Context.Parallelism);
    }

    [Fact]
    public async Task Asking_one_by_one_knows_no_budget()
    {
        await Studies.Minimize(Options).AskAsync();
        Assert.Null(_strategy.Context!.TrialBudget);
    }

    [Fact]
    public void Results_arrive_smaller_is_better_before_the_next_suggestion()
    {
        var toldBefore = new List<int>();
        var strategy = new RecordingStrategy { OnSuggest = _ => toldBefore.Add(0) };
        Study<double[]> study = Studies.Maximize(Studies.Seeded with { Strategy = strategy });
        study.Run(
            (_, trial) =>
            {
                Assert.Equal(trial.Number, strategy.Told.Count);
                return 10 + trial.Number;
            },
            4);
        Assert.Equal("4 results", study.GetResult().StrategyExplanation);
        Assert.Equal([-10.0, -11, -12, -13], strategy.Told.Select(static result => result.Values.Span[0]));
        Assert.All(study.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
    }

    [Fact]
    public void A_pruned_trial_is_told_with_its_last_report_and_step_and_a_failed_one_without_value()
    {
        Study<double[]> study = Studies.Maximize(Options);
        study.Run(
            (_, trial) =>
            {
                if (trial.Number is 0 or 3)
                {
                    trial.Report(4, trial.Number == 0 ? 9 : double.NegativeInfinity);
                }

                return trial.Number == 1 ? double.NaN : TrialOutcome.Pruned;
            },
            4);
        Assert.Equal(
            [TrialState.Pruned, TrialState.Failed, TrialState.Pruned, TrialState.Pruned],
            _strategy.Told.Select(static result => result.State));
        Assert.Equal([-9.0], _strategy.Told[0].Values.ToArray());
        Assert.Equal([4, 0, 0, 4], _strategy.Told.Select(static result => result.LastStep));
        Assert.All(_strategy.Told.Skip(1), static result => Assert.True(result.Values.IsEmpty));
        Assert.Equal(study.Trials[2].Vector.ToArray(), _strategy.Told[2].Vector.ToArray());
    }

    [Fact]
    public async Task Results_are_told_in_the_order_of_telling()
    {
        Study<double[]> study = Studies.Minimize(Options);
        Trial<double[]>[] trials = [await study.AskAsync(), await study.AskAsync(), await study.AskAsync()];
        foreach (int i in (int[])[2, 0, 1])
        {
            await study.TellAsync(trials[i], i);
        }

        await study.AskAsync();
        Assert.Equal([2, 0, 1], _strategy.Told.Select(static result => result.Number));
    }
}
