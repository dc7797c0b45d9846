using HyperTune.Pruning.Pause;

namespace HyperTune.Tests;

public sealed class HyperbandStrategyTests
{
    private const int LastStep = 27;

    [Fact]
    public void Rungs_and_brackets_are_those_of_the_paper()
    {
        var ladder = new RungLadder(1, 81, 3, []);
        Assert.Equal((4, 5), (ladder.RungCount, ladder.BracketCount));
        Assert.Equal([0, 1, 1, 2, 3, 4, 4], ((int[])[0, 1, 2, 3, 9, 27, 81]).Select(ladder.LevelOf));
        Assert.Equal([3, 3, 9, 27, 27, null], ((int[])[2, 3, 4, 10, 27, 28]).Select(first => ladder.PauseOf(0, first)));

        // 81, 34, 15, 8 and 5 of 143.
        int[] counts = new int[5];
        for (int number = 0; number < 14_300; number++)
        {
            counts[ladder.BracketOf(number)]++;
            Assert.Equal((int?[])[1, 3, 9, 27, null], Enumerable.Range(0, 5).Select(bracket => bracket == ladder.BracketOf(number) ? ladder.PauseOf(number, 1) : ((int?[])[1, 3, 9, 27, null])[bracket]));
        }

        int[] expected = [8100, 3400, 1500, 800, 500];
        Assert.All(expected.Zip(counts), static pair => Assert.InRange(pair.Second, pair.First - (4 * Math.Sqrt(pair.First)), pair.First + (4 * Math.Sqrt(pair.First))));
        var weighted = new RungLadder(2, 20, 3, [0, 1]);
        Assert.All(Enumerable.Range(0, 100), number => Assert.Equal(6, weighted.PauseOf(number, 0)));
        Assert.Equal(0, new RungLadder(5, 9, 3, []).RungCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task The_best_of_each_rung_go_on_from_their_checkpoints(int workers)
    {
        StudyOptions options = new() { Seed = 3, Parallelism = workers, ReproducibleUpTo = workers, Strategy = Strategy.Hyperband(Strategy.Random(), new HyperbandOptions { MaximumResource = LastStep, BracketWeights = [1] }) };
        StudyResult<ContinuousConfig> result = await Study.Minimize<ContinuousConfig>(options).RunAsync(TrainAsync, 120);
        int steps = result.Trials.Sum(static trial => trial.Reports.Length);
        int completed = 0;
        foreach (IGrouping<ContinuousConfig, TrialRecord<ContinuousConfig>> config in result.Trials.GroupBy(static trial => trial.Config))
        {
            // Each begins where the one before ended, at the rungs 1, 3, 9 and the end.
            TrialRecord<ContinuousConfig>[] lineage = [.. config];
            Assert.Equal(lineage.Select(static trial => trial.Number), result.LineageOf(lineage[^1]).Select(static trial => trial.Number));
            Assert.Equal(((int[])[1, 3, 9, LastStep])[..lineage.Length], lineage.Select(static trial => trial.Reports[^1].Step));
            Assert.Equal(Enumerable.Range(1, lineage.Sum(static trial => trial.Reports.Length)), lineage.SelectMany(static trial => trial.Reports).Select(static report => report.Step));
            completed += lineage[^1].State == TrialState.Completed ? 1 : 0;
        }

        Assert.InRange(completed, 1, 8);
        Assert.InRange(steps, 150, 500);
        int[] reached = [.. ((int[])[1, 3, 9]).Select(rung => result.Trials.Count(trial => trial.Reports[^1].Step == rung))];

        // A little more than a third, because those that were among the best when few were known went on, too.
        Assert.All(reached.Zip(reached.Skip(1)), static pair => Assert.InRange(pair.Second, 1, 0.4 * pair.First));
        Assert.Contains("paused trials went on", result.StrategyExplanation, StringComparison.Ordinal);

        // Early values rank these configs well, so that the best of all is among those that went on.
        Assert.Equal(result.Trials.Min(static trial => Loss(trial.Config)), Loss(result.Best.Config), 9);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("bayesian")]
    public async Task A_continued_study_has_the_same_trials(string search)
    {
        using var place = new StoragePlace("journal");
        StudyOptions options = new() { Name = search, Seed = 11, Strategy = Strategy.Hyperband(Search(search), new HyperbandOptions { MaximumResource = LastStep }) };
        StudyResult<ContinuousConfig> whole = await Study.Minimize<ContinuousConfig>(options).RunAsync(TrainAsync, 60);
        foreach (int stop in (int[])[7, 19, 32, 33, 61])
        {
            await using Study<ContinuousConfig> study = Study.Minimize<ContinuousConfig>(options with { Storage = place.Storage() });
            await study.RunAsync(
                (config, trial, cancellationToken) =>
                {
                    if (trial.Number + 1 == stop)
                    {
                        study.RequestStop();
                    }

                    return TrainAsync(config, trial, cancellationToken);
                },
                60);
        }

        await using Study<ContinuousConfig> stored = Study.Minimize<ContinuousConfig>(options with { Storage = place.Storage() });
        Assert.Equal(whole.Trials.Select(static trial => (trial.Config, trial.Parent, trial.State)), stored.Trials.Select(static trial => (trial.Config, trial.Parent, trial.State)));
    }

    [Theory]
    [InlineData("tpe")]
    [InlineData("bayesian")]
    public async Task A_model_of_the_longest_trials_beats_random_configs(string search)
    {
        double[] losses = new double[2];
        for (int seed = 0; seed < 10; seed++)
        {
            foreach (int which in (int[])[0, 1])
            {
                StudyOptions options = new() { Seed = seed, Strategy = Strategy.Hyperband(which == 0 ? Strategy.Random() : Search(search), new HyperbandOptions { MaximumResource = LastStep }) };
                StudyResult<ContinuousConfig> result = await Study.Minimize<ContinuousConfig>(options).RunAsync(TrainAsync, 90);
                losses[which] += Math.Log(Loss(result.Best.Config));
            }
        }

        Assert.True(losses[1] / 10 < (losses[0] / 10) - Math.Log(2), $"{losses[1] / 10} against {losses[0] / 10}");
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        HyperbandOptions options = new() { MaximumResource = 9 };
        Strategy hyperband = Strategy.Hyperband(Strategy.Random(), options);
        Assert.Equal("Hyperband(Random, 1 to 9, reduction 3)", $"{hyperband}");
        Assert.Equal("Hyperband(Tpe, 1 to 9, reduction 3, brackets 2:1)", $"{Strategy.Hyperband(Strategy.Tpe(), options with { BracketWeights = [2, 1] })}");
        Assert.StartsWith(
            "The strategy Hyperband(Random, 1 to 9, reduction 3) stops trials by itself, so the pruner has to be None, and it is ",
            Assert.Throws<ArgumentException>(() => Study.Minimize<ContinuousConfig>(new StudyOptions { Strategy = hyperband, Pruner = Pruner.Median() }).Run(Loss, 3)).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "Hyperband is a study's strategy as a whole, because it pauses all of its trials; it cannot be a part of another one.",
            Assert.Throws<ArgumentException>(() => Study.Minimize<ContinuousConfig>(new StudyOptions { Strategy = Strategy.Then(Strategy.Random(), 5, hyperband) }).Run(Loss, 3)).Message);
        Assert.StartsWith(
            "MaximumResource is 9, below MinimumResource, which is 10.",
            Assert.Throws<ArgumentException>(() => Strategy.Hyperband(Strategy.Random(), options with { MinimumResource = 10 })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "BracketWeights has 4 numbers, but from step 1 to 9 with a reduction of 3 there are only 3 brackets.",
            Assert.Throws<ArgumentException>(() => Strategy.Hyperband(Strategy.Random(), options with { BracketWeights = [1, 1, 1, 1] })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The weights of brackets must be finite, none below 0 and not all 0: [0, 0].",
            Assert.Throws<ArgumentException>(() => options with { BracketWeights = [0, 0] }).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => options with { ReductionFactor = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new HyperbandOptions { MaximumResource = 0 });
    }

    [Fact]
    public async Task An_objective_that_saves_no_checkpoint_is_told_so()
    {
        StudyOptions options = new() { Seed = 1, Strategy = Strategy.Hyperband(Strategy.Random(), new HyperbandOptions { MaximumResource = 9, BracketWeights = [1] }) };
        InvalidOperationException missing = await Assert.ThrowsAsync<InvalidOperationException>(() => Study.Minimize<ContinuousConfig>(options).RunAsync(
            static (config, trial, _) =>
            {
                trial.Report(1, Loss(config));
                return Task.FromResult(trial.ShouldPrune ? TrialOutcome.Pruned : Loss(config));
            },
            20));
        Assert.Contains("which saved none, as Hyperband(Random, 1 to 9, reduction 3, brackets 1) needs", missing.Message, StringComparison.Ordinal);
    }

    private static Strategy Search(string name) => name switch
    {
        "random" => Strategy.Random(),
        "tpe" => Strategy.Tpe(),
        _ => Strategy.Bayesian(),
    };

    private static double Loss(ContinuousConfig config) => (config.Linear - 1) * (config.Linear - 1) / 10 + Math.Abs(Math.Log10(config.Decades) + 3) + Math.Abs(config.Bell - 0.4);

    private static async Task<TrialOutcome> TrainAsync(ContinuousConfig config, Trial<ContinuousConfig> trial, CancellationToken cancellationToken)
    {
        int step = 0;
        if (await trial.Checkpoint.OpenAsync(cancellationToken) is { } saved)
        {
            using var reader = new StreamReader(saved);
            step = int.Parse((await reader.ReadToEndAsync(cancellationToken)).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        }

        while (step < LastStep)
        {
            step++;
            trial.Report(step, Loss(config) + (3.0 / step));
            if (trial.ShouldPrune)
            {
                await trial.Checkpoint.SaveAsync(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(step.ToString(System.Globalization.CultureInfo.InvariantCulture))), cancellationToken: cancellationToken);
                return TrialOutcome.Pruned;
            }
        }

        return Loss(config) + (3.0 / LastStep);
    }
}
