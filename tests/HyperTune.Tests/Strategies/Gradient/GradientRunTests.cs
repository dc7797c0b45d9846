namespace HyperTune.Tests;

/// <summary>The gradient strategy by hand: trials that end in any order and in every way, and options that are out of range.</summary>
[Collection(AloneCollection.Name)]
public sealed class GradientRunTests
{
    private const int Trials = 120;
    private const int Workers = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Study_goes_on_from_its_history_alone_whatever_the_order_in_which_it_is_told(int seed)
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(4), 0.3, 0.6, 0.5, 0.9);
        StrategyRun live = Start(bowl, seed);
        var running = new List<(int Number, double[] Vector)>();
        var ended = new List<TrialResult>();
        var random = new RandomStream(5, (ulong)seed);
        for (int number = 0; number < Trials; number++)
        {
            TrialResult[] history = [.. ended];
            new RandomStream(7, (ulong)number).Shuffle(history.AsSpan());
            StrategyRun resumed = Start(bowl, seed);
            Array.ForEach(history, result => resumed.Tell(in result));
            running.ForEach(trial => resumed.Announce(trial.Number, trial.Vector));

            double[] vector = ConformanceSession.Suggest(live, bowl.Space, number)!;
            Assert.Equal(vector, ConformanceSession.Suggest(resumed, bowl.Space, number));
            live.Announce(number, vector);
            running.Add((number, vector));
            if (running.Count == Workers)
            {
                int place = (int)random.NextInteger(Workers);
                TrialResult result = bowl.Result(running[place].Number, running[place].Vector);
                result = random.NextInteger(8) switch
                {
                    0 => result with { State = TrialState.Failed, Values = default, Gradient = default },
                    1 => result with { State = TrialState.Pruned },
                    2 => result with { Gradient = default },
                    3 => result with { Gradient = (double[])[.. result.Gradient.ToArray().Select((derivative, i) => i == 1 ? double.NaN : derivative)] },
                    _ => result,
                };
                running.RemoveAt(place);
                ended.Add(result);
                live.Tell(in result);
            }
        }

        Assert.InRange(ended.Where(static result => result.State == TrialState.Completed).Min(static result => result.Values.Span[0]), 0, 1e-8);
    }

    [Fact]
    public void Ten_thousand_trials_with_derivatives_take_at_most_four_megabytes()
    {
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(TestSpace.Cube(10), [.. Enumerable.Range(1, 10).Select(static i => i / 11.0)]);
        TrialResult[] results = Search(bowl, 10_000, out _);
        (StrategyRun run, long bytes) = MemoryUse.Of(
            () =>
            {
                StrategyRun told = Start(bowl, 1);
                Array.ForEach(results, result => told.Tell(in result));
                Assert.NotNull(ConformanceSession.Suggest(told, bowl.Space, results.Length));
                return told;
            },
            0);
        Assert.InRange(bytes, 0, 4 * 1024 * 1024);
        GC.KeepAlive(run);
        GC.KeepAlive(results);
    }

    [Fact]
    public void Space_with_nothing_continuous_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Strategy.Gradient().Start(new StrategyContext { Space = FiniteConfig.Space, Seed = 1 }));
        Assert.StartsWith(
            "Gradient goes along derivatives, and 'FiniteConfig' has no continuous parameter to differentiate by. Use another strategy, for instance Auto.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Space_whose_continuous_parameters_are_all_fixed_is_searched_around_them()
    {
        SearchSpace<MixedConfig> space = MixedConfig.Space;
        Distribution[] parts = [.. space.Parameters.Select(static parameter => parameter.Distribution.IsContinuous
            ? parameter.Distribution.Narrow(parameter.DefaultValue, parameter.DefaultValue)! : parameter.Distribution)];
        StrategyRun run = Strategy.Gradient().Start(new StrategyContext { Space = space.WithDistributions([.. parts]), Seed = 1 });
        Assert.NotNull(ConformanceSession.Suggest(run, space.WithDistributions([.. parts]), 0));
    }

    [Fact]
    public void Several_objectives_are_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Strategy.Gradient().Start(new StrategyContext { Space = TestSpace.Cube(2), Seed = 1, ObjectiveCount = 2 }));
        Assert.StartsWith("Gradient follows the derivatives of one objective, and there are 2. Bayesian and NsgaII find fronts.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_checked_and_shown()
    {
        Assert.Throws<ArgumentOutOfRangeException>("StartTrials", () => Strategy.Gradient(new GradientOptions { StartTrials = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("NoisySteps", () => Strategy.Gradient(new GradientOptions { NoisySteps = 3 }));
        Assert.Throws<ArgumentOutOfRangeException>("Quality", () => Strategy.Gradient(new GradientOptions { Quality = (GradientQuality)3 }));
        Assert.Throws<ArgumentOutOfRangeException>("Missing", () => Strategy.Gradient(new GradientOptions { Missing = (MissingDerivatives)2 }));
        Assert.Throws<ArgumentOutOfRangeException>("DifferenceStep", () => Strategy.Gradient(new GradientOptions { DifferenceStep = 0.2 }));
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(
            "LearningRate", () => Strategy.Gradient(new GradientOptions { LearningRate = double.NaN }));
        Assert.StartsWith("The value must be above 0 and at most 1.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("Gradient()", Strategy.Gradient().ToString());
        Assert.Equal(
            "Gradient(4 start trials, no default point, noisy derivatives, differences of 0.01, learning rate 0.1, 20 noisy steps)",
            Strategy.Gradient(new GradientOptions
            {
                StartTrials = 4,
                StartWithDefault = false,
                Quality = GradientQuality.Noisy,
                DifferenceStep = 0.01,
                LearningRate = 0.1,
                NoisySteps = 20,
            }).ToString());
        Assert.Equal("Gradient(without differences)", Strategy.Gradient(new GradientOptions { Missing = MissingDerivatives.Fix }).ToString());
    }

    private static TrialResult[] Search(DifferentiatedFunction function, int trials, out StrategyRun run)
    {
        run = Start(function, 1);
        var results = new TrialResult[trials];
        for (int number = 0; number < trials; number++)
        {
            double[] vector = ConformanceSession.Suggest(run, function.Space, number)!;
            run.Announce(number, vector);
            results[number] = function.Result(number, vector);
            run.Tell(in results[number]);
        }

        return results;
    }

    private static StrategyRun Start(DifferentiatedFunction function, int seed)
        => Strategy.Gradient().Start(new StrategyContext { Space = function.Space, Seed = (ulong)seed, Parallelism = Workers });
}
