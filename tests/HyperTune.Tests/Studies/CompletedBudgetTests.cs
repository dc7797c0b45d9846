namespace HyperTune.Tests;

/// <summary>Budgets of completed trials.</summary>
public sealed class CompletedBudgetTests
{
    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Only_trials_that_complete_are_counted(string kind)
    {
        using var place = new StoragePlace(kind);
        var progress = new RecordingProgress();
        Study<double[]> study = place.Open(options => options with { Progress = progress });
        study.Add([0.5, 0.5], 1);
        StudyResult<double[]> result = study.Run(Third, new Budget { Completed = 4 });
        Assert.Equal((4, StopReason.TrialBudgetSpent), (result.Trials.Count(static trial => trial.State == TrialState.Completed && !trial.IsImported), result.StopReason));
        Assert.Equal(11, result.Trials.Count);
        Assert.Equal([0.25, 0.5, 0.75, 1], progress.Reports.Where(static report => report.TrialState == TrialState.Completed).Select(static report => report.Fraction!.Value));
        Assert.Equal(TimeSpan.Zero, progress.Reports[^1].EstimatedTimeLeft);

        // One that was taken out has to be made up for.
        await study.ExcludeAsync(result.Completed.Last().Number, "wrong");
        int before = kind == StoragePlace.Memory ? 0 : 3;
        result = study.Run(Third, new Budget { Completed = 4 });
        Assert.Equal(3 + (4 - before), result.Completed.Count(static trial => !trial.IsImported));
    }

    [Fact]
    public void Any_number_of_workers_runs_the_same_where_that_is_wanted()
    {
        string[] whole = Run(1);
        Assert.Equal(whole, Run(3));
        Assert.Equal(whole, Run(8));

        static string[] Run(int workers)
        {
            StudyOptions options = Studies.Seeded with { Parallelism = workers, ReproducibleUpTo = 8, Strategy = Strategy.Tpe() };
            return [.. Studies.Minimize(options).Run(Third, new Budget { Completed = 9 }).Trials.Select(static trial => trial.ToString())];
        }
    }

    [Fact]
    public void It_is_checked_and_said_in_words()
    {
        Assert.Equal("200 trials or 1 completed trial", new Budget { Trials = 200, Completed = 1 }.ToString());
        Assert.Equal("3 completed trials", new Budget { Completed = 3 }.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Budget { Completed = 0 });
    }

    private static TrialOutcome Third(double[] config, Trial<double[]> trial) => trial.Number % 3 == 1 ? Studies.Bowl(config) : trial.Number % 3 == 0 ? TrialOutcome.Failed("no") : TrialOutcome.Pruned;
}
