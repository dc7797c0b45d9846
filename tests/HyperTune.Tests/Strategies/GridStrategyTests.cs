using System.Collections.Immutable;

namespace HyperTune.Tests;

public sealed class GridStrategyTests
{
    [Fact]
    public void Discrete_space_is_visited_once_in_order_and_then_ends()
    {
        var space = new TestSpace(new ChoiceDistribution(["a", "b"]), new UniformDistribution(1, 3, 1));
        double[][] expected = [[0, 1], [0, 2], [0, 3], [1, 1], [1, 2], [1, 3]];
        Assert.Equal(expected, Walk(Strategy.Grid(), space));
    }

    [Fact]
    public void Continuous_axes_get_the_stated_points_with_both_ends()
    {
        var space = new TestSpace(new UniformDistribution(-1, 3), new LogUniformDistribution(1e-4, 1));
        double[][] points = Walk(Strategy.Grid(5), space);
        Assert.Equal(25, points.Length);
        Assert.Equal([-1, 0, 1, 2, 3], points.Select(static p => p[0]).Distinct());
        double[] logarithmic = [.. points.Take(5).Select(static p => p[1])];
        double[] decades = [1e-4, 1e-3, 1e-2, 1e-1, 1];
        Assert.All(decades.Zip(logarithmic), static pair => Assert.Equal(pair.First, pair.Second, 1e-12 * pair.First));
        Assert.Equal(1e-4, logarithmic[0]);
        Assert.Equal(1, logarithmic[4]);
    }

    [Fact]
    public void Unbounded_axis_gets_the_middle_quantiles_and_a_bounded_end_is_kept()
    {
        var space = new TestSpace(new NormalDistribution(10, 2));
        double[] quantiles = [.. Walk(Strategy.Grid(3), space).Select(static p => p[0])];
        Assert.Equal(10 + (2 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 1.0 / 6)), quantiles[0], 9);
        Assert.Equal(10, quantiles[1], 9);
        Assert.Equal(20 - quantiles[0], quantiles[2], 9);

        double[] halfBounded = [.. Walk(Strategy.Grid(4), new TestSpace(new NormalDistribution(0, 1, low: 0))).Select(static p => p[0])];
        Assert.Equal(0, halfBounded[0]);
        Assert.Equal(MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 0.5 + (0.5 * 7 / 8)), halfBounded[3], 9);
        Assert.All(Walk(Strategy.Grid(4), new TestSpace(new LogNormalDistribution(0, 1))), static p => Assert.InRange(p[0], 0.1, 10));
    }

    [Fact]
    public void Single_point_is_the_middle_and_an_empty_range_counts_once()
    {
        Assert.Equal([[0.5]], Walk(Strategy.Grid(1), TestSpace.Cube(1)));
        Assert.Equal([[2.0]], Walk(Strategy.Grid(7), new TestSpace(new UniformDistribution(2, 2))));
    }

    [Fact]
    public void Named_resolution_goes_before_the_general_one_and_thins_discrete_axes()
    {
        var space = new TestSpace(new UniformDistribution(0, 1), new UniformDistribution(0, 1), new UniformDistribution(0, 100, 1));
        var options = new GridOptions
        {
            PointsPerContinuousAxis = 2,
            PointsPerParameter = ImmutableDictionary<string, int>.Empty.Add("x1", 3).Add("x2", 5),
        };
        double[][] points = Walk(Strategy.Grid(options), space);
        Assert.Equal([0, 1], points.Select(static p => p[0]).Distinct());
        Assert.Equal([0, 0.5, 1], points.Select(static p => p[1]).Distinct());
        Assert.Equal([0, 25, 50, 75, 100], points.Select(static p => p[2]).Distinct());
        Assert.Equal(30, points.Length);
    }

    [Fact]
    public void Continuous_axis_without_a_resolution_is_refused_by_name()
    {
        var space = new TestSpace(new ChoiceDistribution(["a"]), new UniformDistribution(0, 1));
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Start(Strategy.Grid(), space));
        Assert.Contains("'x1' (Uniform in [0, 1])", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Strategy.Grid(5)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_name_and_too_few_points_are_refused()
    {
        ImmutableDictionary<string, int> names = ImmutableDictionary<string, int>.Empty;
        ArgumentException unknown = Assert.Throws<ArgumentException>(
            () => Start(Strategy.Grid(new GridOptions { PointsPerParameter = names.Add("rate", 3) }), TestSpace.Cube(2)));
        Assert.Contains("'rate'", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("x0, x1", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Grid(0));
        ArgumentOutOfRangeException few = Assert.Throws<ArgumentOutOfRangeException>(
            () => Strategy.Grid(new GridOptions { PointsPerParameter = names.Add("x0", -1) }));
        Assert.Contains("x0", few.ParamName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Conditional_tree_is_visited_without_repeating_inactive_differences(bool shuffle)
    {
        TestSpace space = CreateTree();
        double[][] points = Walk(Strategy.Grid(new GridOptions { PointsPerContinuousAxis = 2, Shuffle = shuffle }), space);
        Assert.All(points, point => Assert.True(space.Contains(point)));
        Assert.Equal(points.Length, points.Select(Describe).Distinct().Count());

        // sgd: 2 rates, nesterov 2; adam: 3 betas; none; layers 1..6, of which 4..6 have a width out of 2.
        Assert.Equal(((2 * 2) + 3 + 1) * (3 + (3 * 2)), points.Length);
    }

    [Fact]
    public void Shuffled_order_is_a_permutation_given_by_the_seed()
    {
        var space = new TestSpace(new UniformDistribution(0, 9, 1), new UniformDistribution(0, 9, 1));
        Strategy shuffled = Strategy.Grid(new GridOptions { Shuffle = true });
        string[] first = [.. Walk(shuffled, space, seed: 1).Select(Describe)];
        string[] inOrder = [.. Walk(Strategy.Grid(), space).Select(Describe)];
        Assert.Equal(first, Walk(shuffled, space, seed: 1).Select(Describe));
        Assert.NotEqual(first, Walk(shuffled, space, seed: 2).Select(Describe));
        Assert.NotEqual(first, inOrder);
        Assert.Equal(inOrder.Order(StringComparer.Ordinal), first.Order(StringComparer.Ordinal));

        // A random order has about one number in its own place.
        Assert.InRange(first.Zip(inOrder).Count(static pair => pair.First == pair.Second), 0, 6);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_order_of_a_tiny_grid_is_equally_likely(int points)
    {
        int orders = Enumerable.Range(1, points).Aggregate(static (product, i) => product * i);
        int studies = 100 * orders;
        var space = new TestSpace(new UniformDistribution(0, points - 1, 1));
        Strategy shuffled = Strategy.Grid(new GridOptions { Shuffle = true });
        int[] counts = [.. Enumerable.Range(0, studies)
            .CountBy(seed => string.Concat(Walk(shuffled, space, (ulong)seed).Select(static point => point[0])), StringComparer.Ordinal)
            .Select(static pair => pair.Value)];
        Assert.Equal(orders, counts.Length);

        // Chi-square has a mean of orders - 1 and a variance of twice that; five standard deviations.
        Assert.InRange(RandomStreamTests.ChiSquare(counts), 0, orders - 1 + (5 * Math.Sqrt(2 * (orders - 1))));
    }

    [Fact]
    public void Numbers_taken_by_enqueued_trials_leave_no_holes()
    {
        var space = new TestSpace(new UniformDistribution(0, 9, 1));
        StrategyRun run = Start(Strategy.Grid(), space);
        var seen = new List<double>();
        var vector = new double[1];
        for (int number = 0; seen.Count < 9; number++)
        {
            if (number is 3)
            {
                run.Announce(number, [7]);
                continue;
            }

            if (number is 5)
            {
                run.Announce(number, [20]);
                continue;
            }

            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            run.Announce(number, vector);
            seen.Add(vector[0]);
        }

        Assert.False(run.TrySuggest(99, vector, CancellationToken.None));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 8, 9], seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Resumed_walk_goes_on_where_the_history_ends(bool shuffle)
    {
        TestSpace space = CreateTree();
        Strategy strategy = Strategy.Grid(new GridOptions { PointsPerContinuousAxis = 2, Shuffle = shuffle });
        double[][] all = Walk(strategy, space);
        StrategyRun resumed = Start(strategy, space);
        for (int number = 0; number < 30; number++)
        {
            resumed.Tell(new TrialResult { Number = number, Vector = all[number], State = number % 7 == 0 ? TrialState.Failed : TrialState.Completed });
        }

        Assert.Equal(all.Skip(30).Select(Describe), Walk(resumed, space).Select(Describe));
    }

    [Fact]
    public void Points_that_break_a_constraint_are_skipped()
    {
        var space = new TestSpace([new UniformDistribution(0, 3, 1), new UniformDistribution(0, 3, 1)], static x => x[0] < x[1]);
        StrategyRun run = Start(Strategy.Grid(), space);
        Assert.Equal([[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]], Walk(run, space));
        Assert.Equal("Grid of 16 points: 6 suggested, 10 skipped because they break a constraint.", run.Explanation);
    }

    [Fact]
    public void Grid_without_any_allowed_point_is_reported()
    {
        var space = new TestSpace([new UniformDistribution(0, 3, 1)], static _ => false);
        ConstraintException exception = Assert.Throws<ConstraintException>(() => Walk(Strategy.Grid(), space));
        Assert.Contains("None of the grid's 4 points", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'TestConstraint'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Grid_larger_than_any_number_type_starts_at_once(bool shuffle)
    {
        var space = new TestSpace(Enumerable.Repeat(new UniformDistribution(0, 1e15, 1), 60));
        StrategyRun run = Start(Strategy.Grid(new GridOptions { Shuffle = shuffle }), space);
        var vector = new double[60];
        var seen = new HashSet<string>();
        for (int number = 0; number < 20; number++)
        {
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            run.Announce(number, vector);
            Assert.True(space.Contains(vector));
            Assert.True(seen.Add(Describe(vector)));
        }
    }

    [Fact]
    public void Cancellation_ends_a_long_search_for_an_allowed_point()
    {
        var space = new TestSpace([new UniformDistribution(0, 1e15, 1)], static _ => false);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        StrategyRun run = Start(Strategy.Grid(), space);
        Assert.Throws<OperationCanceledException>(() => run.TrySuggest(0, new double[1], cancellation.Token));
    }

    [Fact]
    public void Description_names_the_settings()
    {
        Assert.Equal("Grid()", Strategy.Grid().ToString());
        Assert.Equal("Grid(4 points a continuous parameter)", Strategy.Grid(4).ToString());
        var options = new GridOptions { PointsPerParameter = ImmutableDictionary<string, int>.Empty.Add("b", 2).Add("a", 3), Shuffle = true };
        Assert.Equal("Grid(a: 3, b: 2, shuffled)", Strategy.Grid(options).ToString());
    }

    [Fact]
    public void Wrong_settings_are_refused_by_the_name_that_the_caller_wrote()
    {
        Assert.Equal("pointsPerContinuousAxis", Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Grid(0)).ParamName);
        Assert.Equal("PointsPerParameter", Assert.Throws<ArgumentNullException>(() => new GridOptions { PointsPerParameter = null! }).ParamName);
    }

    private static TestSpace CreateTree()
    {
        Parameter optimizer = TestSpace.CreateParameter("optimizer", 0, new ChoiceDistribution(["sgd", "adam", "none"]));
        Parameter layers = TestSpace.CreateParameter("layers", 4, new UniformDistribution(1, 6, 1));
        return TestSpace.Of(
            optimizer,
            TestSpace.CreateParameter("sgd.rate", 1, new LogUniformDistribution(1e-3, 1), ParameterCondition.OneOf(optimizer, 0)),
            TestSpace.CreateParameter("sgd.nesterov", 2, new ChoiceDistribution(["no", "yes"]), ParameterCondition.OneOf(optimizer, 0)),
            TestSpace.CreateParameter("adam.beta", 3, new UniformDistribution(0.7, 0.9, 0.1), ParameterCondition.OneOf(optimizer, 1)),
            layers,
            TestSpace.CreateParameter("width", 5, new UniformDistribution(0, 1), ParameterCondition.InRange(layers, 4, double.PositiveInfinity)));
    }

    private static string Describe(double[] vector) => string.Join('|', vector);

    private static StrategyRun Start(Strategy strategy, SearchSpace space, ulong seed = 0)
        => strategy.Start(new StrategyContext { Space = space, Seed = seed });

    private static double[][] Walk(Strategy strategy, SearchSpace space, ulong seed = 0) => Walk(Start(strategy, space, seed), space);

    private static double[][] Walk(StrategyRun run, SearchSpace space)
    {
        var points = new List<double[]>();
        var vector = new double[space.DimensionCount];
        for (int number = 0; run.TrySuggest(number, vector, CancellationToken.None); number++)
        {
            run.Announce(number, vector);
            points.Add([.. vector]);
        }

        return [.. points];
    }
}
