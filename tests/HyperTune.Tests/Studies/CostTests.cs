namespace HyperTune.Tests;

/// <summary>What trials cost, and budgets of it.</summary>
public sealed class CostTests
{
    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_run_ends_when_its_trials_have_cost_the_budget(string kind)
    {
        using var place = new StoragePlace(kind);
        var progress = new RecordingProgress();
        StudyResult<double[]> result = place.Open(options => options with { Progress = progress }).Run(Cost, new Budget { Cost = 10 });
        Assert.Equal((StopReason.CostBudgetSpent, 4), (result.StopReason, result.Trials.Count));
        Assert.Equal([2.5, 2.5, 2.5, 2.5], result.Trials.Select(static trial => trial.Cost!.Value));
        Assert.Equal([0.25, 0.5, 0.75, 1], progress.Reports.Select(static report => report.Fraction!.Value));

        // What is stored counts; in memory each run has a budget of its own.
        StudyResult<double[]> next = place.Open().Run(Cost, new Budget { Cost = 15 });
        Assert.Equal(6, next.Trials.Count);
        Assert.Equal(StopReason.CostBudgetSpent, next.StopReason);
        if (kind != StoragePlace.Memory)
        {
            Assert.Equal(Enumerable.Repeat<double?>(2.5, 6), place.Open().Trials.Select(static trial => trial.Cost));
            Assert.Equal(6, place.Open().Run(Cost, new Budget { Cost = 15 }).Trials.Count);
        }
    }

    [Fact]
    public void Each_run_of_a_study_in_memory_has_a_budget_of_its_own()
    {
        Study<double[]> study = Studies.Minimize();
        Assert.Equal(4, study.Run(Cost, new Budget { Cost = 10 }).Trials.Count);
        Assert.Equal(4 + 2, study.Run(Cost, new Budget { Cost = 5 }).Trials.Count);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Attempts_that_fail_and_trials_that_end_in_any_way_cost_as_well(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyOptions Change(StudyOptions options) => options with { Expected = Failures.Of<IOException>(), Retries = new Retries { Failed = 1 } };
        Study<double[]> study = place.Open(Change);
        study.Add([0.5, 0.5], 3);
        StudyResult<double[]> result = study.Run(
            static (_, trial) =>
            {
                trial.AddCost(1);
                trial.AddCost(0.5);
                return (trial.Number % 4) switch
                {
                    1 => throw new IOException("again"),
                    2 => TrialOutcome.Pruned,
                    3 => TrialOutcome.Infeasible("no"),
                    _ => 1,
                };
            },
            new Budget { Cost = 7.5 });
        Assert.Equal(StopReason.CostBudgetSpent, result.StopReason);
        Assert.Equal([null, 3, 1.5, 1.5, 1.5], result.Trials.Select(static trial => trial.Cost));
        Study<double[]> again = kind == StoragePlace.Memory ? study : place.Open(Change);
        Assert.Equal([null, 3, 1.5, 1.5, 1.5], again.Trials.Select(static trial => trial.Cost));
        Assert.Equal((FailureCause.Error, FailureCause.Infeasible), (again.Trials[1].FailureCause!.Value, again.Trials[3].FailureCause!.Value));
        Assert.Equal(FailureCause.Error, again.Trials[1].FailedAttempts[0].Cause);
        Assert.Null(again.Trials[2].FailureCause);
    }

    [Fact]
    public void A_loop_of_ones_own_says_costs_too()
    {
        Study<double[]> study = Studies.Minimize();
        Trial<double[]> trial = study.Ask();
        trial.AddCost(2);
        study.Tell(trial, 1);
        Assert.Equal(2, study.Trials[0].Cost);
        Assert.Contains("cannot cost more any more", Assert.Throws<InvalidOperationException>(() => trial.AddCost(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_number_of_workers_ends_at_the_same_trial()
    {
        foreach (int workers in new[] { 1, 3, 8 })
        {
            StudyOptions options = Studies.Seeded with { Parallelism = workers, ReproducibleUpTo = 8 };
            Assert.Equal(4 + 8, Studies.Minimize(options).Run(Cost, new Budget { Cost = 10 }).Trials.Count);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Costs_are_checked(double cost)
    {
        Assert.Equal("Cost", Assert.Throws<ArgumentOutOfRangeException>(() => new Budget { Cost = cost }).ParamName);
        Assert.Equal("cost", Assert.Throws<ArgumentOutOfRangeException>(() => Studies.Minimize().Ask().AddCost(cost)).ParamName);
        Trial<double[]> trial = Studies.Minimize().Ask();
        trial.AddCost(double.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => trial.AddCost(double.MaxValue));
    }

    private static TrialOutcome Cost(double[] config, Trial<double[]> trial)
    {
        trial.AddCost(2.5);
        return Studies.Bowl(config);
    }
}
