using Microsoft.Extensions.Logging;

namespace HyperTune.Tests;

public sealed class HoldOutTests
{
    private static readonly HoldOut<double[]> Data = new([0.25, 0.75], "test");

    [Fact]
    public async Task The_best_config_is_evaluated_once_and_the_study_notes_it()
    {
        await using Study<double[]> study = Studies.Minimize();
        StudyResult<double[]> result = study.Run(Studies.Bowl, 20);
        FinalEvaluation<double> final = await study.FinalEvaluateAsync(Data, (config, data, _) =>
        {
            Assert.Equal(result.Best.Config, config);
            Assert.Equal($"opened for trial {result.Best.Number}", Assert.Single(study.HoldOutOpenings).Description);
            return Task.FromResult(data.Sum());
        });
        Assert.Equal(1, final.Score);
        Assert.True(final.IsFirst);
        Assert.Equal($"Trial {result.Best.Number} scores 1 on test, which was never opened before.", final.ToString());
        HoldOutOpening opening = Assert.Single(study.HoldOutOpenings);
        Assert.Equal(opening, final.Opening);
        Assert.Equal(("test", $"trial {result.Best.Number} scored 1"), (opening.HoldOut, opening.Description));
    }

    [Fact]
    public async Task A_second_opening_is_refused_and_another_hold_out_is_not()
    {
        var logger = new RecordingLogger();
        await using Study<double[]> study = Studies.Minimize(Studies.Seeded with { Logger = logger });
        study.Run(Studies.Bowl, 5);
        study.FinalEvaluate(Data, static (_, _) => 0.5);
        bool isEvaluated = false;
        HoldOutOpenedException refusal = await Assert.ThrowsAsync<HoldOutOpenedException>(
            () => study.FinalEvaluateAsync(new HoldOut<int>(1, "test"), (_, _, _) => Task.FromResult(isEvaluated = true)));
        Assert.False(isEvaluated);
        Assert.Contains("The hold-out 'test' of study 'test' was opened before (test, ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"trial {study.Best.Number} scored 0.5", refusal.Message, StringComparison.Ordinal);
        Assert.Single(study.HoldOutOpenings);
        Assert.True(study.FinalEvaluate(new HoldOut<int>(1), static (_, _) => 1).IsFirst);

        FinalEvaluation<double> second = study.FinalEvaluate(Data, static (_, _) => 0.25, study.Trials[3], again: true);
        Assert.Equal(3, second.TrialNumber);
        Assert.Single(second.Earlier);
        Assert.Equal(
            "Trial 3 scores 0.25 on test, but this is opening 2 of it: what was chosen since the first one may be fitted to it, so the score may flatter.", second.ToString());
        Assert.Contains(logger.Lines, static line => line.Level == LogLevel.Warning && line.Message.StartsWith("The hold-out test of study test is opened for the 2. time", StringComparison.Ordinal));
        Assert.Equal(3, study.HoldOutOpenings.Length);
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("SQLite")]
    public async Task An_opening_is_known_after_a_restart_even_when_the_evaluation_failed(string kind)
    {
        using var place = new StoragePlace(kind);
        await using (Study<double[]> study = Studies.Minimize(Studies.Seeded with { Storage = place.Storage() }))
        {
            study.Run(Studies.Bowl, 5);
            Assert.Throws<TimeoutException>(() => study.FinalEvaluate<double[], double>(Data, static (_, _) => throw new TimeoutException()));
        }

        await using Study<double[]> later = Studies.Minimize(Studies.Seeded with { Storage = place.Storage() });
        HoldOutOpenedException refusal = Assert.Throws<HoldOutOpenedException>(() => later.FinalEvaluate(Data, static (_, _) => 1));
        Assert.Equal($"opened for trial {later.Best.Number}", Assert.Single(refusal.Openings).Description);
        Assert.Equal(2, later.FinalEvaluate(Data, static (_, _) => 1, again: true).Earlier.Length + 1);
    }

    [Fact]
    public void Of_processes_that_open_it_at_once_at_most_one_gets_in()
    {
        using var place = new StoragePlace("journal");
        Studies.Minimize(Studies.Seeded with { Storage = place.Storage() }).Run(Studies.Bowl, 5);
        int entered = 0;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            Study<double[]> study = Studies.Minimize(Studies.Seeded with { Storage = place.Storage() });
            try
            {
                study.FinalEvaluate(Data, (_, _) => Interlocked.Increment(ref entered));
            }
            catch (HoldOutOpenedException)
            {
                // The other ones.
            }
        });
        Assert.InRange(entered, 0, 1);
    }

    [Fact]
    public void Without_a_completed_trial_nothing_is_opened()
    {
        Study<double[]> study = Studies.Minimize();
        Assert.Throws<InvalidOperationException>(() => study.FinalEvaluate(Data, static (_, _) => 1));
        Assert.Empty(study.HoldOutOpenings);
    }

    [Fact]
    public void Items_are_split_by_the_seed()
    {
        string[] items = [.. Enumerable.Range(0, 50).Select(static i => $"{i}")];
        (IReadOnlyList<string> development, HoldOut<IReadOnlyList<string>> holdOut) = HoldOut.Split(items, 0.3, 5);
        Assert.Equal("Hold-out 'hold-out'", $"{holdOut}");
        Assert.Equal((35, 15), (development.Count, holdOut.Data.Count));
        Assert.Equal(items, development.Concat(holdOut.Data).OrderBy(static item => int.Parse(item, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(development, HoldOut.Split(items, 0.3, 5).Development);
        Assert.NotEqual(development, HoldOut.Split(items, 0.3, 6).Development);
        Assert.Single(HoldOut.Split(items[..3], 0.01, 1).HoldOut.Data);
        Assert.Single(HoldOut.Split(items[..3], 0.99, 1).Development);
        Assert.Throws<ArgumentException>(() => HoldOut.Split(items[..1], 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldOut.Split(items, 1, 1));
        Assert.Throws<ArgumentException>(static () => new HoldOut<int>(1, " "));
    }
}
