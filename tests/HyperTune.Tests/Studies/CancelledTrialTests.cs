using System.Text.Json;

namespace HyperTune.Tests;

/// <summary>Trials that are cut short together with their run and are not run again.</summary>
public sealed class CancelledTrialTests
{
    [Fact]
    public async Task A_trial_that_a_cancellation_cut_short_is_cancelled_and_not_failed()
    {
        var progress = new RecordingProgress();
        Study<double[]> study = await CancelAsync(Studies.Seeded with { Progress = progress, MaxConsecutiveFailures = 1 });
        TrialRecord<double[]> cancelled = study.Trials[2];
        Assert.Equal((TrialState.Cancelled, null, null), (cancelled.State, cancelled.Value, cancelled.FailureReason));
        Assert.IsAssignableFrom<OperationCanceledException>(cancelled.Exception);
        Assert.NotNull(cancelled.Duration);
        Assert.StartsWith("Trial 2: cancelled (x0 = ", cancelled.ToString());
        StudyProgress last = progress.Reports[^1];
        Assert.Equal((2, 0, 0, 1, 3, TrialState.Cancelled), (
            last.CompletedTrials, last.PrunedTrials, last.FailedTrials, last.CancelledTrials, last.FinishedTrials, last.TrialState));

        // It is no failure that would stop the next run.
        Assert.Equal(StopReason.TrialBudgetSpent, study.Run(Studies.Bowl, 2).StopReason);
        Assert.Equal(5, study.Trials.Count);
    }

    [Fact]
    public async Task Strategies_are_told_of_a_cancelled_trial_and_have_no_value_to_learn_from()
    {
        var strategy = new RecordingStrategy();
        Study<double[]> study = await CancelAsync(Studies.Seeded with { Strategy = strategy });
        study.Run(Studies.Bowl, 1);
        TrialResult told = Assert.Single(strategy.Told, static result => result.State == TrialState.Cancelled);
        Assert.Equal((2, 0), (told.Number, told.Values.Length));
    }

    [Theory]
    [MemberData(nameof(StrategyNames))]
    public async Task Every_strategy_goes_on_after_a_cancelled_trial(string strategy)
    {
        Study<double[]> study = await CancelAsync(Studies.Seeded with { Strategy = ConformanceStrategies.Of(strategy) });
        study.Run(Studies.Bowl, 12);
        Assert.Equal(1, study.Trials.Count(static trial => trial.State == TrialState.Cancelled));
    }

    public static TheoryData<string> StrategyNames { get; } = new(ConformanceStrategies.Learning);

    [Fact]
    public async Task Exports_say_cancelled()
    {
        StudyResult<double[]> result = (await CancelAsync(Studies.Seeded with { TimeProvider = new ManualTime() })).GetResult();
        var csv = new StringWriter();
        result.WriteCsv(csv);
        Assert.StartsWith("2,cancelled,,2026-03-01T12:00:00.0000000+00:00,0,false,false,,", csv.ToString().Split("\r\n")[3]);
        var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            result.WriteJson(writer);
        }

        using JsonDocument json = JsonDocument.Parse(content.ToArray());
        JsonElement trial = json.RootElement.GetProperty("trials")[2];
        Assert.Equal("cancelled", trial.GetProperty("state").GetString());
        Assert.False(trial.TryGetProperty("value", out _));
        Assert.False(trial.TryGetProperty("failure", out _));
    }

    [Theory]
    [MemberData(nameof(StoragePlace.Storages), MemberType = typeof(StoragePlace))]
    public async Task A_stored_study_without_retries_keeps_cancelled_trials(string kind)
    {
        using var place = new StoragePlace(kind);
        static StudyOptions WithoutRetries(StudyOptions options) => options with { Retries = new Retries { Interrupted = 0 } };
        await CancelAsync(place.Open(WithoutRetries));
        Study<double[]> reopened = place.Open(WithoutRetries);
        Assert.Equal([TrialState.Completed, TrialState.Completed, TrialState.Cancelled], reopened.Trials.Select(static trial => trial.State));
        Assert.Equal(3, reopened.Run(Studies.Bowl, 3).Trials.Count);
    }

    private static Task<Study<double[]>> CancelAsync(StudyOptions options) => CancelAsync(Studies.Minimize(options));

    private static async Task<Study<double[]>> CancelAsync(Study<double[]> study)
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.RunAsync(
            async (config, trial, token) =>
            {
                if (trial.Number == 2)
                {
                    await cancellation.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }

                return Studies.Bowl(config);
            },
            100,
            cancellation.Token));
        return study;
    }
}
