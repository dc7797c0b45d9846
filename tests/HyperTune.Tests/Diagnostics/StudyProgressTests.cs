namespace HyperTune.Tests;

public sealed class StudyProgressTests
{
    private readonly RecordingProgress _progress = new();
    private readonly ManualTime _time = new();

    private StudyOptions Options => Studies.Seeded with { Progress = _progress, TimeProvider = _time };

    [Fact]
    public void Each_trial_that_ends_is_reported_with_counts_best_and_time_left()
    {
        Studies.Minimize(Options).Run(
            (_, trial) =>
            {
                _time.Advance(10);
                return trial.Number switch { 0 => 5, 1 => double.NaN, 2 => TrialOutcome.Pruned, _ => 3 };
            },
            4);
        Assert.Equal([1, 1, 1, 2], _progress.Reports.Select(static report => report.CompletedTrials));
        Assert.Equal([0, 1, 1, 1], _progress.Reports.Select(static report => report.FailedTrials));
        Assert.Equal([0, 0, 1, 1], _progress.Reports.Select(static report => report.PrunedTrials));
        Assert.Equal([1, 2, 3, 4], _progress.Reports.Select(static report => report.FinishedTrials));
        Assert.All(_progress.Reports, static report => Assert.Equal(0, report.RunningTrials));
        Assert.Equal([5.0, 5, 5, 3], _progress.Reports.Select(static report => report.BestObservedValue));
        Assert.Equal([0, 0, 0, 3], _progress.Reports.Select(static report => report.BestObservedTrialNumber));
        Assert.Equal([0, 1, 2, 3], _progress.Reports.Select(static report => report.TrialNumber));
        Assert.Equal([5.0, null, null, 3], _progress.Reports.Select(static report => report.TrialValue));
        Assert.Equal([10.0, 20, 30, 40], _progress.Reports.Select(static report => report.Elapsed.TotalSeconds));
        Assert.Equal([30.0, 20, 10, 0], _progress.Reports.Select(static report => report.EstimatedTimeLeft?.TotalSeconds));
        Assert.Equal([0.25, 0.5, 0.75, 1], _progress.Reports.Select(static report => report.Fraction));
        Assert.All(_progress.Reports, static report => Assert.Equal(4, report.Budget?.Trials));
    }

    [Fact]
    public void The_time_left_is_at_most_that_of_the_time_budget()
    {
        Studies.Minimize(Options).Run(
            (_, _) =>
            {
                _time.Advance(10);
                return 1;
            },
            new Budget { Trials = 100, Time = TimeSpan.FromSeconds(25) });
        Assert.Equal([15.0, 5, 0], _progress.Reports.Select(static report => report.EstimatedTimeLeft?.TotalSeconds));
        Assert.Equal([0.4, 0.8, 1], _progress.Reports.Select(static report => report.Fraction));
    }

    [Fact]
    public void A_target_alone_says_nothing_about_the_time_left()
    {
        Studies.Minimize(Options).Run(static _ => 1, new Budget { TargetValue = 2 });
        Assert.Null(Assert.Single(_progress.Reports).EstimatedTimeLeft);
        Assert.Null(_progress.Reports[0].Fraction);
    }

    [Fact]
    public async Task Told_trials_are_reported_too()
    {
        Study<double[]> study = Studies.Minimize(Options);
        Trial<double[]> trial = await study.AskAsync();
        await study.AskAsync();
        _time.Advance(3);
        await study.TellAsync(trial, 1);
        StudyProgress report = Assert.Single(_progress.Reports);
        Assert.Equal(1, report.RunningTrials);
        Assert.Null(report.Budget);
        Assert.Equal(TimeSpan.FromSeconds(3), report.Elapsed);
    }

    [Fact]
    public void The_study_can_be_read_and_stopped_from_a_report()
    {
        Study<double[]>? study = null;
        var progress = new CallbackProgress(report =>
        {
            Assert.Equal(report.FinishedTrials, study!.Trials.Count);
            if (report.FinishedTrials == 3)
            {
                study.RequestStop();
            }
        });
        study = Studies.Minimize(Studies.Seeded with { Progress = progress });
        Assert.Equal(3, study.Run(Studies.Bowl, 100).Trials.Count);
    }

    private sealed class CallbackProgress(Action<StudyProgress> callback) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => callback(value);
    }
}
