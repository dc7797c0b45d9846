namespace HyperTune.Tests;

/// <summary>The Bayesian strategy where the objective gives derivatives.</summary>
public sealed class DerivativeStudyTests
{
    private const int Workers = 3;

    [Fact]
    public void Derivatives_are_worth_many_trials()
    {
        double[] place = [0.2, 0.7, 0.4, 0.9, 0.6, 0.35];
        double with = 0;
        double without = 0;
        for (long seed = 0; seed < 3; seed++)
        {
            DifferentiatedFunction waves = Waves(place);
            StudyOptions options = Studies.Seeded with { Seed = seed, Strategy = Strategy.Bayesian() };
            StudyResult<double[]> differentiated = new Study<double[]>(waves.Space, OptimizationDirection.Minimize, options).Run((x, _) => waves.Outcome(x), 20);
            Assert.Matches("^Bayesian: derivatives on the (warped|standardized) scale, 19 trials in the model", differentiated.StrategyExplanation);
            with += differentiated.Best.Value!.Value;
            without += new Study<double[]>(waves.Space, OptimizationDirection.Minimize, options).Run(waves.Value, 50).Best.Value!.Value;
        }

        Assert.True(with < 0.1 * without, $"{with} against {without}");
    }

    [Fact]
    public void Study_goes_on_from_its_history_alone_whatever_the_order_in_which_it_is_told()
    {
        var kind = TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["a", "b"]));
        TestSpace space = TestSpace.Of(
            kind,
            TestSpace.CreateParameter("x", 1, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("rate", 2, new LogUniformDistribution(0.01, 1), ParameterCondition.OneOf(kind, 1)),
            TestSpace.CreateParameter("size", 3, new UniformDistribution(1, 9, 1)));
        DifferentiatedFunction bowl = DifferentiatedFunction.Bowl(space, 0.75, 0.4, 0.7, 0.5);
        StrategyRun live = Start(space);
        var running = new List<(int Number, double[] Vector)>();
        var ended = new List<TrialResult>();
        var random = new RandomStream(5);
        for (int number = 0; number < 40; number++)
        {
            TrialResult[] history = [.. ended];
            new RandomStream(7, (ulong)number).Shuffle(history.AsSpan());
            StrategyRun resumed = Start(space);
            Array.ForEach(history, result => resumed.Tell(in result));
            running.ForEach(trial => resumed.Announce(trial.Number, trial.Vector));
            double[] vector = ConformanceSession.Suggest(live, space, number)!;
            Assert.Equal(vector, ConformanceSession.Suggest(resumed, space, number));
            live.Announce(number, vector);
            running.Add((number, vector));
            if (running.Count == Workers)
            {
                int place = (int)random.NextInteger(Workers);
                TrialResult result = bowl.Result(running[place].Number, running[place].Vector);
                result = random.NextInteger(6) switch
                {
                    0 => result with { State = TrialState.Failed, Values = default, Gradient = default },
                    1 => result with { State = TrialState.Pruned },
                    2 => result with { Gradient = default },
                    3 when number < 12 => result with { Values = new[] { 1e30 } },
                    _ => result,
                };
                running.RemoveAt(place);
                ended.Add(result);
                live.Tell(in result);
            }
        }

        double best = ended.Where(static result => result.State == TrialState.Completed).Min(static result => result.Values.Span[0]);

        // One size off is 0.0123; a quarter of the trials here fail, or say nothing.
        Assert.InRange(best, 0, 0.02);
    }

    [Fact]
    public void Derivatives_of_a_range_that_ends_at_another_value_are_left_out()
    {
        StudyResult<BoundedConfig> result = Study.Minimize<BoundedConfig>(Studies.Seeded with { Strategy = Strategy.Bayesian() })
            .Run(static config => (Math.Pow(config.Low - 0.2, 2) + Math.Pow(config.High - 0.5, 2), new BoundedConfig.Gradient
            {
                Low = 2 * (config.Low - 0.2),
                High = 2 * (config.High - 0.5),
            }), 40);
        Assert.InRange(result.Best.Value!.Value, 0, 1e-3);
    }

    [Fact]
    public void Noise_in_values_and_derivatives_does_not_lead_away()
    {
        DifferentiatedFunction waves = Waves([0.2, 0.7, 0.4]);
        var random = new RandomStream(3);
        StudyResult<double[]> result = new Study<double[]>(waves.Space, OptimizationDirection.Minimize, Studies.Seeded with { Strategy = Strategy.Bayesian() }).Run(
            (x, _) => TrialOutcome.Completed(waves.Value(x) + (0.02 * random.NextNormal()))
                .WithGradient(new VectorGradient([.. waves.Gradient(x).Select(derivative => derivative + (0.2 * random.NextNormal()))])),
            40);
        Assert.InRange(waves.Value(result.Best.Config), 0, 0.05);
    }

    private static StrategyRun Start(SearchSpace space) => Strategy.Bayesian().Start(new StrategyContext { Space = space, Seed = 4, Parallelism = Workers });

    private static DifferentiatedFunction Waves(double[] place) => new(
        TestSpace.Cube(place.Length),
        x => x.Select((value, i) => Math.Pow(value - place[i], 2) + (0.2 * (1 - Math.Cos(5 * (value - place[i]))))).Sum(),
        x => [.. x.Select((value, i) => (2 * (value - place[i])) + Math.Sin(5 * (value - place[i])))]);
}
