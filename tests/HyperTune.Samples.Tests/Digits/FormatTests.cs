namespace HyperTune.Samples.Tests;

public class FormatTests
{
    private static readonly StudyProgress Halfway = new()
    {
        StudyName = "digits",
        CompletedTrials = 29,
        PrunedTrials = 0,
        FailedTrials = 1,
        RunningTrials = 2,
        TrialNumber = 30,
        TrialState = TrialState.Completed,
        TrialValue = 0.9375,
        BestObservedValue = 0.975,
        BestObservedTrialNumber = 7,
        Elapsed = TimeSpan.FromSeconds(15),
        Budget = 60,
        EstimatedTimeLeft = TimeSpan.FromSeconds(14.2),
    };

    [Fact]
    public void Progress_halfway_namesCountBestAndTimeLeft()
        => Assert.Equal("30 of 60 trials, best observed 97.5 % (trial 7), 15 s left", Format.Progress(Halfway));

    [Fact]
    public void Progress_nothingCompleted_leavesOutTheBest()
        => Assert.Equal("30 of 60 trials, 15 s left", Format.Progress(Halfway with { BestObservedValue = null, BestObservedTrialNumber = null }));

    [Fact]
    public void Progress_ofASingleTrial_isSingular()
        => Assert.Equal("1 of 1 trial", Format.Progress(Halfway with
        {
            CompletedTrials = 1,
            FailedTrials = 0,
            BestObservedValue = null,
            BestObservedTrialNumber = null,
            Budget = 1,
            EstimatedTimeLeft = null,
        }));

    [Fact]
    public void Outcome_completedTrial_isItsAccuracy() => Assert.Equal("93.8 %", Format.Outcome(Halfway));

    [Fact]
    public void Outcome_failedTrial_saysSo()
        => Assert.Equal("failed", Format.Outcome(Halfway with { TrialState = TrialState.Failed, TrialValue = null }));
}
