namespace HyperTune.Tests;

[Collection(AloneCollection.Name)]
public sealed class StrategyMemoryTests
{
    private const int Trials = 10_000;
    private const long Limit = 4 * 1024 * 1024;

    // The rest of the process allocates a little, too.
    private const long Unrest = 64 * 1024;

    [Theory]
    [InlineData("random")]
    [InlineData("sobol")]
    [InlineData("grid")]
    [InlineData("shuffled grid")]
    [InlineData("bayesian")]
    [InlineData("tpe")]
    [InlineData("auto")]
    [InlineData("cmaes")]
    [InlineData("de")]
    [InlineData("genetic")]
    [InlineData("in turn")]
    [InlineData("then")]
    [InlineData("then around")]
    [InlineData("around")]
    [InlineData("grid over")]
    [InlineData("population")]
    [InlineData("gradient")]
    public void Strategy_that_knows_ten_thousand_trials_of_ten_parameters_takes_at_most_four_megabytes(string strategy)
    {
        TestSpace space = TestSpace.Cube(10);
        double[][] vectors = [.. Enumerable.Range(0, Trials).Select(number => Draw(space, number))];
        double[][] values = [.. vectors.Select(static vector => new[] { Studies.Bowl(vector) })];
        Learn(strategy, space, vectors[..50], values[..50]);

        (StrategyRun run, long bytes) = MemoryUse.Of(() => Learn(strategy, space, vectors, values), -Unrest);
        Assert.InRange(bytes, -Unrest, Limit);
        Assert.NotNull(ConformanceSession.Suggest(run, space, Trials + 1));
        GC.KeepAlive(vectors);
        GC.KeepAlive(values);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("sobol")]
    [InlineData("tpe")]
    [InlineData("auto")]
    [InlineData("cmaes")]
    [InlineData("de")]
    [InlineData("genetic")]
    public void Study_with_ten_thousand_trials_of_ten_parameters_takes_at_most_four_megabytes(string strategy)
    {
        CreateStudy(strategy, 50);
        (Study<double[]> study, long bytes) = MemoryUse.Of(() => CreateStudy(strategy, Trials), Trials * 10 * sizeof(double));
        Assert.InRange(bytes, Trials * 10 * sizeof(double), Limit);
        Assert.Equal(Trials, study.Trials.Count);
    }

    private static double[] Draw(TestSpace space, int number)
    {
        var random = new RandomStream(3, (ulong)number);
        return space.Sample(ref random);
    }

    // One trial after the other, as in a study, with a suggestion at the end that takes everything in.
    private static StrategyRun Learn(string strategy, TestSpace space, double[][] vectors, double[][] values)
    {
        StrategyRun run = ConformanceSession.Start(ConformanceStrategies.Of(strategy), space, seed: 1);
        for (int number = 0; number < vectors.Length; number++)
        {
            run.Announce(number, vectors[number]);
            run.Tell(new TrialResult { Number = number, Vector = vectors[number], State = TrialState.Completed, Values = values[number] });
        }

        Assert.NotNull(ConformanceSession.Suggest(run, space, vectors.Length));
        return run;
    }

    private static Study<double[]> CreateStudy(string strategy, int trials)
    {
        var late = new LateStrategy(ConformanceStrategies.Of(strategy), from: trials - 1);
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = late }, dimensions: 10);
        study.Run(Studies.Bowl, trials);
        return study;
    }
}
