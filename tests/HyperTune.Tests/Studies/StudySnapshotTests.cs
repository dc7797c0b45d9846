using System.Globalization;

namespace HyperTune.Tests;

public sealed class StudySnapshotTests
{
    [Fact]
    public async Task A_result_does_not_change_when_the_study_goes_on()
    {
        Study<double[]> study = Studies.Minimize();
        Trial<double[]> first = await study.AskAsync();
        Trial<double[]> second = await study.AskAsync();
        await study.TellAsync(second, 5);
        StudyResult<double[]> before = study.GetResult();
        await study.TellAsync(first, 1);
        study.Run(static _ => 0, 3);

        Assert.Equal(2, before.Trials.Count);
        Assert.Equal(TrialState.Running, before.Trials[0].State);
        Assert.Null(before.Trials[0].Value);
        Assert.Null(before.Trials[0].Duration);
        Assert.Equal(1, before.Best.Number);
        Assert.Equal(StopReason.NotStopped, before.StopReason);
        Assert.Equal(0, study.Best.Value);
    }

    [Fact]
    public void The_study_can_be_read_while_it_runs()
    {
        Study<double[]> study = Studies.Minimize();
        study.Run(
            (_, trial) =>
            {
                Assert.Equal(trial.Number + 1, study.Trials.Count);
                Assert.Equal(TrialState.Running, study.Trials[^1].State);
                return trial.Number;
            },
            3);
        Assert.All(study.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
    }

    [Fact]
    public void A_number_that_no_trial_has_is_refused()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(Studies.Bowl, 3);
        Assert.Contains("from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => result.Trials[3]).Message);
        Assert.Contains("There is no trial yet", Assert.Throws<ArgumentOutOfRangeException>(() => Studies.Minimize().Trials[0]).Message);
    }

    [Fact]
    public void Results_and_trials_say_what_they_are_in_one_line()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Studies.Seeded);
        study.Enqueue(new TestConfig { X = 0.25, Units = 2 });
        StudyResult<TestConfig> result = study.Run(static config => config.X, 1);
        Assert.Equal("Study 'test': 1 trial, best observed 0.25 in trial 0, stopped: TrialBudgetSpent", result.ToString());
        Assert.Equal("Trial 0: completed with 0.25 (X = 0.25, Units = 2)", result.Best.ToString());
        Assert.Equal("Random", result.Strategy);
    }

    [Fact]
    public async Task Trials_are_described_alike_in_every_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        try
        {
            Study<TestConfig> study = Study.Minimize<TestConfig>(Studies.Seeded);
            study.Enqueue(new TestConfig { X = -0.25, Units = 2 });
            Trial<TestConfig> trial = await study.AskAsync();
            Assert.Equal("Trial 0 (X = -0.25, Units = 2)", trial.ToString());
            await study.TellAsync(trial, -1.5);
            Assert.Equal("Trial 0: completed with -1.5 (X = -0.25, Units = 2)", study.Best.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_record_gives_the_same_config_each_time()
    {
        TrialRecord<double[]> record = Studies.Minimize().Run(Studies.Bowl, 1).Best;
        Assert.Same(record.Config, record.Config);
        Assert.Equal(record.Vector.ToArray(), record.Config);
    }

    [Theory]
    [InlineData(OptimizationDirection.Minimize, new[] { 3, 0, 5 })]
    [InlineData(OptimizationDirection.Maximize, new[] { 5, 0, 3 })]
    public void Top_trials_are_completed_ones_with_the_best_values_first(OptimizationDirection direction, int[] best)
    {
        // Trial 6 is as good as trial 0, and comes later.
        StudyResult<double[]> result = new Study<double[]>(TestSpace.Cube(1), direction, Studies.Seeded).Run(
            static (_, trial) => trial.Number switch { 0 or 6 => 1, 1 => TrialOutcome.Failed("no"), 2 or 4 => TrialOutcome.Pruned, 3 => -2, _ => 5 },
            7);
        Assert.Equal([0, 3, 5, 6], result.Completed.Select(static trial => trial.Number));
        Assert.Equal([best[0], 0, 6, best[2]], result.Top(10).Select(static trial => trial.Number));
        Assert.Equal(best[..2], result.Top(2).Select(static trial => trial.Number));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Top(0));
    }
}
