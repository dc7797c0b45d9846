namespace HyperTune.Tests;

public sealed class CmaEsStrategyTests
{
    [Theory]
    [InlineData("sphere", 1e-9)]
    [InlineData("ellipsoid", 1e-7)]
    [InlineData("rosenbrock", 1e-6)]
    public void Smooth_functions_are_solved(string function, double tolerance)
    {
        // Of the best value after 3,000 trials in five coordinates; Rosenbrock's function has a second, local optimum, so that one study of five may miss.
        double[] bests = [.. Enumerable.Range(0, 5)
            .Select(seed => new StrategyDriver(TestFunctions.Space(5), Strategy.CmaEs(), (ulong)seed).Advance(3000, TestFunctions.Of(function)).Best)
            .Order()];
        Assert.InRange(bests[3], 0, tolerance);
    }

    [Fact]
    public void Optimum_in_a_corner_is_found()
    {
        var driver = new StrategyDriver(TestSpace.Cube(4), Strategy.CmaEs()).Advance(400, static x => x.Sum());
        Assert.InRange(driver.Best, 0, 0.05);
    }

    [Fact]
    public void More_than_a_hundred_numbers_are_searched_without_correlations()
    {
        const int Dimensions = 120;
        var driver = new StrategyDriver(TestSpace.Cube(Dimensions), Strategy.CmaEs());
        driver.Advance(3000, static x => x.Select(static (value, j) => Math.Pow(10, 3.0 * j / Dimensions) * Math.Pow(value - 0.4, 2)).Sum());
        double start = driver.Results[0].Values.Span[0];
        Assert.True(driver.Best < 0.1 * start, $"{driver.Best} after {start}");
    }

    [Theory]
    [InlineData(CmaEsRestarts.Ipop)]
    [InlineData(CmaEsRestarts.Bipop)]
    public void Restarts_leave_a_local_optimum(CmaEsRestarts restarts)
    {
        // A wide bowl around 0.7 and a narrow, deeper one around 0.2.
        static double Loss(double[] x) => Math.Min(0.1 + x.Sum(static v => Math.Pow(v - 0.7, 2)), 8 * x.Sum(static v => Math.Pow(v - 0.2, 2)));
        double without = Best(CmaEsRestarts.None);
        double with = Best(restarts);
        Assert.Equal(0.1, without, 1e-6);
        Assert.InRange(with, 0, 1e-6);

        double Best(CmaEsRestarts kind)
            => new StrategyDriver(TestSpace.Cube(2), Strategy.CmaEs(new CmaEsOptions { Restarts = kind })).Advance(4000, Loss).Best;
    }

    [Fact]
    public void Restarts_are_named_in_the_explanation()
    {
        var driver = new StrategyDriver(TestSpace.Cube(2), Strategy.CmaEs()).Advance(1500, static x => x.Sum(static v => v * v));
        Assert.Contains("since restart", driver.Run.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("since restart 0", driver.Run.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Warm_start_from_known_trials_is_ahead_of_a_cold_one()
    {
        double warm = 0;
        double cold = 0;
        for (ulong seed = 0; seed < 6; seed++)
        {
            warm += Mean(new CmaEsOptions(), seed);
            cold += Mean(new CmaEsOptions { WarmStart = false }, seed);
        }

        Assert.True(warm < 0.7 * cold, $"{warm / 6} against {cold / 6}");

        static double Mean(CmaEsOptions options, ulong seed)
        {
            TestSpace space = TestSpace.Cube(6);
            static double Loss(double[] x) => x.Sum(static v => Math.Pow(v - 0.85, 2));
            StrategyRun run = StrategyDriver.Start(space, Strategy.CmaEs(options), seed);
            for (int number = 0; number < 200; number++)
            {
                var random = new RandomStream(seed + 40, (ulong)number);
                double[] vector = space.Sample(ref random);
                run.Tell(StrategyDriver.Completed(number, vector, Loss(vector)) with { IsGiven = true });
            }

            double sum = 0;
            for (int number = 200; number < 240; number++)
            {
                double[] vector = StrategyDriver.Suggest(run, space, number);
                sum += Loss(vector) / 40;
                run.Tell(StrategyDriver.Completed(number, vector, Loss(vector)));
            }

            return sum;
        }
    }

    [Fact]
    public void Failing_half_of_the_space_is_left()
    {
        var driver = new StrategyDriver(TestSpace.Cube(3), Strategy.CmaEs());
        driver.Advance(400, static (number, x) => x[0] > 0.45
            ? new TrialResult { Number = number, Vector = x, State = TrialState.Failed }
            : StrategyDriver.Completed(number, x, x.Sum(static v => Math.Pow(v - 0.4, 2))));
        Assert.InRange(driver.Best, 0, 1e-6);
        Assert.InRange(driver.Results.Skip(200).Count(static result => result.State == TrialState.Failed), 0, 60);
    }

    [Fact]
    public void Enqueued_and_imported_trials_are_told_as_given_ones()
    {
        var spy = new GivenSpy();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = spy }, dimensions: 2);
        study.Add([0.5, 0.5], 1);
        study.Enqueue([0.25, 0.25]);
        study.Run(Studies.Bowl, 4);
        Assert.Equal([0, 1], spy.Given.Order());
        Assert.Equal(3, spy.Own.Count);
    }

    [Fact]
    public void Adapted_learning_rates_are_better_where_noise_drowns_the_objective()
    {
        Assert.True(Mean(adapt: true) < Mean(adapt: false), $"{Mean(adapt: true)} against {Mean(adapt: false)}");

        // The mean loss without noise of the last hundred of 2,000 trials, over ten studies.
        static double Mean(bool adapt)
        {
            double sum = 0;
            for (ulong seed = 0; seed < 10; seed++)
            {
                var noise = new RandomStream(99, seed);
                var options = new CmaEsOptions { AdaptLearningRates = adapt, Restarts = CmaEsRestarts.None };
                var driver = new StrategyDriver(TestSpace.Cube(4), Strategy.CmaEs(options), seed);
                driver.Advance(2000, x => Loss(x) + (0.5 * noise.NextNormal()));
                sum += driver.Results.Skip(1900).Average(static result => Loss(result.Vector.ToArray()));
            }

            return sum / 10;
        }

        static double Loss(double[] x) => x.Sum(static v => Math.Pow(v - 0.7, 2));
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Equal("Population", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.CmaEs(new CmaEsOptions { Population = 3 })).ParamName);
        Assert.Equal("InitialStep", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.CmaEs(new CmaEsOptions { InitialStep = 0 })).ParamName);
        Assert.Equal("InitialStep", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.CmaEs(new CmaEsOptions { InitialStep = 1.5 })).ParamName);
        Assert.Equal("Restarts", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.CmaEs(new CmaEsOptions { Restarts = (CmaEsRestarts)7 })).ParamName);
        Assert.Throws<ArgumentException>(static () => Strategy.CmaEs(new CmaEsOptions { Separable = true, AdaptLearningRates = true }));
        Assert.Equal("CmaEs", Strategy.CmaEs().ToString());
        Assert.Contains("Population = 20", Strategy.CmaEs(new CmaEsOptions { Population = 20 }).ToString(), StringComparison.Ordinal);
    }

    private sealed class GivenSpy : Strategy
    {
        public List<int> Given { get; } = [];

        public List<int> Own { get; } = [];

        public override string ToString() => nameof(GivenSpy);

        public override StrategyRun Start(StrategyContext context) => new SpyRun(this, Random().Start(context));

        private sealed class SpyRun(GivenSpy spy, StrategyRun inner) : StrategyRun
        {
            public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
                => inner.TrySuggest(trialNumber, vector, cancellationToken);

            public override void Tell(in TrialResult result) => (result.IsGiven ? spy.Given : spy.Own).Add(result.Number);
        }
    }
}
