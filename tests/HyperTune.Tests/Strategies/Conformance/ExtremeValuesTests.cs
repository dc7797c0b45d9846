namespace HyperTune.Tests;

/// <summary>No finite number does harm, as an objective's value or as the end of a range.</summary>
public sealed class ExtremeValuesTests
{
    private const int Trials = 40;

    private static readonly Dictionary<string, double[]> Values = new(StringComparer.Ordinal)
    {
        ["largest"] = [double.MaxValue],
        ["smallest"] = [double.MinValue],
        ["both"] = [double.MaxValue, double.MinValue],
        ["tiny"] = [double.Epsilon],
        ["large"] = [1e163, 1e200, 1e308],
        ["large negative"] = [-1e163, -1e200, -1e308],
        ["all sizes"] = [1e163, -1e163, 1e-163, 1e308, double.Epsilon, -double.Epsilon, 1e154, -1e155, 0],
    };

    private static readonly Dictionary<string, TestSpace> Spaces = new(StringComparer.Ordinal)
    {
        ["uniform"] = new(new UniformDistribution(-1.7e308, 1.7e308), new UniformDistribution(-double.MaxValue, double.MaxValue)),
        ["smallest"] = new(new UniformDistribution(0, double.Epsilon), new UniformDistribution(-double.Epsilon, 1e-320)),
        ["steps"] = new(new UniformDistribution(-1.7e308, 1.7e308, 1e307), new UniformDistribution(0, 1e-310, 1e-311)),
        ["logarithmic"] = new(new LogUniformDistribution(double.Epsilon, 1.7e308), new LogUniformDistribution(1e307, double.MaxValue)),
        ["normal"] = new(new NormalDistribution(0, 1e308), new NormalDistribution(1e300, 1e-300), new NormalDistribution(-1.7e308, 1e308, high: 0)),
        ["normal tails"] = new(new NormalDistribution(0, 1, low: 38), new NormalDistribution(5, 2, -90, -65), new NormalDistribution(0, double.Epsilon, -1, 1)),
        ["log-normal"] = new(new LogNormalDistribution(700, 50), new LogNormalDistribution(-740, 20), new LogNormalDistribution(0, 1e300)),
    };

    public static TheoryData<string, string> StrategiesAndValues => Pairs(ConformanceStrategies.Names, Values.Keys);

    public static TheoryData<string, string> StrategiesAndSpaces => Pairs(ConformanceStrategies.Names, Spaces.Keys, static (strategy, space) => space != "steps" || ConformanceStrategies.OfDiscreteSpaces.Contains(strategy));

    public static TheoryData<double> Diverged => [1e160, 1e163, 1e200, 1e308, double.MaxValue];

    [Theory]
    [MemberData(nameof(StrategiesAndValues))]
    public void Suggestions_stay_in_the_space_whatever_values_are_told(string strategy, string values)
    {
        TestSpace space = UnitCubeTests.CreateMixed();
        StrategyRun run = ConformanceSession.Start(ConformanceStrategies.Of(strategy), space, seed: 3);
        for (int number = 0; number < Trials && ConformanceSession.Suggest(run, space, number) is { } vector; number++)
        {
            run.Announce(number, vector);
            double[] told = Values[values];
            double value = number % 3 == 0 ? told[number / 3 % told.Length] : ConformanceSpaces.Loss(space, vector);
            run.Tell(new TrialResult
            {
                Number = number,
                Vector = vector,
                State = TrialState.Completed,
                Values = new[] { value },
                Violation = number % 5 == 0 ? Math.Abs(told[0]) : 0,
            });
        }
    }

    [Theory]
    [MemberData(nameof(StrategiesAndSpaces))]
    public void Ranges_of_the_largest_and_smallest_numbers_are_searched_like_any_other(string strategy, string kind)
    {
        TestSpace space = Spaces[kind];
        StrategyRun run = ConformanceSession.Start(ConformanceStrategies.Of(strategy), space, seed: 5);
        var point = new double[space.DimensionCount];
        var cube = new UnitCube(space);
        for (int number = 0; number < Trials && ConformanceSession.Suggest(run, space, number) is { } vector; number++)
        {
            Assert.All(vector, static value => Assert.True(double.IsFinite(value)));
            cube.Encode(vector, point);
            Assert.All(point, static coordinate => Assert.InRange(coordinate, 0, 1));
            run.Announce(number, vector);
            run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { point.Sum() } });
        }
    }

    [Theory]
    [MemberData(nameof(Diverged))]
    public void Diverged_losses_leave_the_bayesian_strategy_as_good_as_it_is_without(double diverged)
    {
        // Random search is at 0.01 here; the mean of eight studies of 30 trials.
        Assert.InRange(Regret(Strategy.Bayesian(), static _ => double.NaN), 0, 1e-4);
        Assert.InRange(Regret(Strategy.Bayesian(), x => x[0] > 0.9 ? diverged : double.NaN), 0, 1e-4);
        Assert.InRange(Regret(Strategy.Auto(), x => x[1] < 0.2 ? diverged : double.NaN), 0, 1e-4);
        Assert.InRange(Regret(Strategy.Bayesian(), x => x[0] > 0.6 ? diverged : x[1] > 0.9 ? diverged / 1e20 : double.NaN), 0, 1e-3);
    }

    [Theory]
    [MemberData(nameof(Diverged))]
    public void Diverged_losses_change_no_rank_and_so_nothing_of_the_tree_structured_estimator(double diverged)
    {
        Assert.Equal(Regret(Strategy.Tpe(), static x => x[0] > 0.6 ? 1e9 : double.NaN), Regret(Strategy.Tpe(), x => x[0] > 0.6 ? diverged : double.NaN));
        Assert.Equal(Regret(Strategy.Tpe(), static x => x[0] > 0.9 ? -1e9 : double.NaN), Regret(Strategy.Tpe(), x => x[0] > 0.9 ? -diverged : double.NaN));
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(-1e10)]
    [InlineData(1e15)]
    public void A_large_offset_hides_no_more_of_the_objective_than_its_digits(double offset)
        => Assert.InRange(Regret(Strategy.Bayesian(), static _ => double.NaN, offset), 0, Math.Max(1e-4, 10 * Ulps.Of(offset)));

    [Fact]
    public void Best_by_mean_is_the_one_without_the_diverged_loss()
    {
        TrialResult[] trials = [.. Enumerable.Range(0, 40).Select(static number =>
        {
            var random = new RandomStream(8, (ulong)number);
            double[] vector = [random.NextUnit(), random.NextUnit()];
            double loss = Math.Pow(vector[0] - 0.4, 2) + Math.Pow(vector[1] - 0.6, 2) + (0.05 * random.NextNormal());
            return new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { loss } };
        })];
        int observed = trials.MinBy(static trial => trial.Values.Span[0]).Number;
        TestSpace space = TestSpace.Cube(2);
        BestTrial expected = BestTrial.Of(space, trials, observed, isDeterministic: false);
        Assert.True(expected.IsNoisy);
        foreach (double value in new[] { 1e30, 1e163, double.MaxValue })
        {
            int worst = trials.MaxBy(static trial => trial.Values.Span[0]).Number;
            TrialResult[] diverged = [.. trials.Select(trial => trial.Number == worst ? trial with { Values = new[] { value } } : trial)];
            BestTrial best = BestTrial.Of(space, diverged, observed, isDeterministic: false);
            Assert.True(best.IsNoisy);
            Assert.Equal(expected.MeanOf(observed), best.MeanOf(observed), 0.05);
            Assert.All(diverged, trial => Assert.True(double.IsFinite(best.MeanOf(trial.Number))));
        }
    }

    private static double Regret(Strategy strategy, Func<double[], double> divergence, double offset = 0)
    {
        const int Studies = 8;
        const int Budget = 30;
        TestSpace space = TestSpace.Cube(2);
        double sum = 0;
        for (ulong seed = 0; seed < Studies; seed++)
        {
            StrategyRun run = strategy.Start(new StrategyContext { Space = space, Seed = seed });
            double best = double.PositiveInfinity;
            for (int number = 0; number < Budget; number++)
            {
                double[] vector = ConformanceSession.Suggest(run, space, number)!;
                run.Announce(number, vector);
                double loss = Math.Pow(vector[0] - 0.37, 2) + Math.Pow(vector[1] - 0.61, 2);
                double diverged = divergence(vector);
                best = double.IsNaN(diverged) ? Math.Min(best, loss) : best;
                double told = double.IsNaN(diverged) ? loss + offset : diverged;
                run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { told } });
            }

            sum += best / Studies;
        }

        return sum;
    }

    private static TheoryData<string, string> Pairs(IEnumerable<string> first, IEnumerable<string> second, Func<string, string, bool>? fit = null)
    {
        var data = new TheoryData<string, string>();
        foreach (string a in first)
        {
            foreach (string b in second.Where(b => fit?.Invoke(a, b) != false))
            {
                data.Add(a, b);
            }
        }

        return data;
    }
}
