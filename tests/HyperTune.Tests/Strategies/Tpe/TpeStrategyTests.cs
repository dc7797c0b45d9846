namespace HyperTune.Tests;

public sealed class TpeStrategyTests
{
    [Fact]
    public void First_trial_is_the_default_and_the_next_ones_cover_the_space()
    {
        TestSpace space = TestSpace.Cube(2);
        var driver = new StrategyDriver(space, Strategy.Tpe());
        double[][] start = [.. driver.Advance(5, static x => x[0]).Results.Select(static result => result.Vector.ToArray())];
        Assert.Equal([0.5, 0.5], start[0]);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal([0, 1, 2, 3], start.Skip(1).Select(point => (int)(4 * point[i])).Order());
        }
    }

    [Fact]
    public void Default_that_the_user_has_tried_is_not_tried_again()
    {
        TestSpace space = TestSpace.Cube(2);
        StrategyRun run = StrategyDriver.Start(space, Strategy.Tpe());
        run.Announce(0, space.Default);
        Assert.NotEqual(space.Default, StrategyDriver.Suggest(run, space, 1));
    }

    [Fact]
    public void Default_that_breaks_a_constraint_is_not_tried()
    {
        var space = new TestSpace([new UniformDistribution(0, 1), new UniformDistribution(0, 1)], static x => x[0] > 0.6);
        Assert.True(new StrategyDriver(space, Strategy.Tpe()).Suggest(0)[0] > 0.6);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(60)]
    public void Same_seed_gives_the_same_trials_and_another_seed_others(int? budget)
    {
        TestSpace space = TpeSpaces.Conditional();
        double[][] first = Vectors(space, seed: 3, budget);
        Assert.Equal(first, Vectors(space, seed: 3, budget));
        Assert.NotEqual(first, Vectors(space, seed: 4, budget));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void History_told_in_any_order_gives_the_same_suggestion(ulong seed)
    {
        TestSpace space = TpeSpaces.Conditional();
        TrialResult[] history = [.. Mixed(space, seed, 80)];
        double[] ascending = SuggestAfter(space, history, announce: true);
        Assert.Equal(ascending, SuggestAfter(space, history, announce: false));
        Assert.Equal(ascending, SuggestAfter(space, [.. history.Reverse()], announce: true));
        var random = new RandomStream(seed);
        random.Shuffle(history.AsSpan());
        Assert.Equal(ascending, SuggestAfter(space, history, announce: false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(70)]
    public void Replay_of_the_history_gives_the_same_next_suggestion(int? budget)
    {
        TestSpace space = TpeSpaces.Conditional();
        var live = new StrategyDriver(space, Strategy.Tpe(), seed: 8, budget);
        for (int number = 0; number < 70; number++)
        {
            StrategyRun resumed = StrategyDriver.Start(space, Strategy.Tpe(), seed: 8, budget);
            foreach (TrialResult result in live.Results)
            {
                resumed.Tell(result);
            }

            Assert.Equal(live.Suggest(number), StrategyDriver.Suggest(resumed, space, number));
            live.Advance(1, vector => TpeSpaces.Value(space, vector));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Suggestions_are_in_the_space_whatever_the_outcomes(ulong seed)
        => Assert.Equal(150, Mixed(TpeSpaces.Conditional(), seed, 150).Count());

    [Fact]
    public void Suggestions_are_in_random_spaces()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            TestSpace space = RandomSpace(seed);
            new StrategyDriver(space, Strategy.Tpe(), seed, budget: 30).Advance(30, vector => TpeSpaces.Value(space, vector));
        }
    }

    [Fact]
    public void Constraints_hold_in_every_suggestion()
    {
        var space = new TestSpace(
            [new UniformDistribution(0, 1), new UniformDistribution(0, 1), new UniformDistribution(1, 9, 1)],
            static x => x[0] + x[1] is > 0.7 and < 0.8 && x[2] % 2 == 0);
        var driver = new StrategyDriver(space, Strategy.Tpe(), budget: 80).Advance(80, static x => x[0] + (0.1 * x[2]));
        Assert.Equal(80, driver.Results.Count);
    }

    [Fact]
    public void Constraint_that_nothing_satisfies_is_reported()
    {
        var space = new TestSpace([new UniformDistribution(0, 1)], static _ => false);
        StrategyRun run = StrategyDriver.Start(space, Strategy.Tpe());
        Assert.Throws<ConstraintException>(() => run.TrySuggest(0, new double[1], CancellationToken.None));
    }

    [Fact]
    public void Region_where_trials_fail_is_avoided()
    {
        TestSpace space = TestSpace.Cube(3);

        // The objective pulls into the half that fails.
        var driver = new StrategyDriver(space, Strategy.Tpe(), budget: 100).Advance(100, static (number, x) => x[0] > 0.5
            ? new TrialResult { Number = number, Vector = x, State = TrialState.Failed }
            : StrategyDriver.Completed(number, x, 1 - x[0] + Math.Abs(x[1] - 0.3)));
        int failed = driver.Results.Count(static result => result.State == TrialState.Failed);
        Assert.InRange(failed, 0, 40);
    }

    [Fact]
    public void Objective_that_always_fails_leaves_the_strategy_exploring()
    {
        TestSpace space = TestSpace.Cube(2);
        var driver = new StrategyDriver(space, Strategy.Tpe()).Advance(
            40, static (number, x) => new TrialResult { Number = number, Vector = x, State = TrialState.Failed });
        Assert.Equal(40, driver.Results.Select(static result => result.Vector.Span[0]).Distinct().Count());
    }

    [Theory]
    [InlineData(TrialState.Pruned, 0)]
    [InlineData(TrialState.Completed, 1)]
    public void Pruned_and_violating_trials_do_not_attract_like_completed_ones(TrialState state, double violation)
    {
        TestSpace space = TestSpace.Cube(1);
        StrategyRun run = StrategyDriver.Start(space, Strategy.Tpe());
        for (int number = 0; number < 60; number++)
        {
            // The low quarter has the best values by far, but is pruned or forbidden.
            double x = (number + 0.5) / 60;
            bool bad = x < 0.25;
            run.Tell(new TrialResult
            {
                Number = number,
                Vector = new[] { x },
                State = bad ? state : TrialState.Completed,
                Violation = bad ? violation : 0,
                Values = new[] { bad ? -100 : Math.Abs(x - 0.8) },
            });
        }

        double[] suggestions = [.. Enumerable.Range(60, 60).Select(number => StrategyDriver.Suggest(run, space, number)[0])];
        Assert.InRange(suggestions.Average(), 0.7, 0.9);
    }

    [Fact]
    public void Running_trials_repel_suggestions()
    {
        TestSpace space = TestSpace.Cube(1);
        StrategyRun run = StrategyDriver.Start(space, Strategy.Tpe(new TpeOptions { LocalSearch = false }));
        for (int number = 0; number < 40; number++)
        {
            double x = (number + 0.5) / 40;
            run.Tell(StrategyDriver.Completed(number, [x], (x - 0.5) * (x - 0.4)));
        }

        double near = Near();
        for (int number = 40; number < 80; number++)
        {
            run.Announce(number, [0.43 + (0.001 * (number - 40))]);
        }

        Assert.True(Near() < 0.5 * near);

        double Near() => Enumerable.Range(100, 100).Count(number => Math.Abs(StrategyDriver.Suggest(run, space, number)[0] - 0.45) < 0.03);
    }

    [Fact]
    public void Finite_space_is_covered_without_repeating_a_config()
    {
        var space = new TestSpace(new UniformDistribution(1, 6, 1), new ChoiceDistribution(["a", "b", "c"]), new OrdinalDistribution(["x", "y"]));
        var driver = new StrategyDriver(space, Strategy.Tpe()).Advance(36, static x => x[0] + x[1]);
        Assert.Equal(36, driver.Results.Select(static result => string.Join(' ', result.Vector.ToArray())).Distinct().Count());
    }

    [Fact]
    public void Finite_space_with_a_constraint_is_covered_and_then_repeats_its_best_part()
    {
        var space = new TestSpace([new UniformDistribution(1, 6, 1), new UniformDistribution(1, 6, 1)], static x => x[0] <= x[1]);
        var driver = new StrategyDriver(space, Strategy.Tpe()).Advance(21, static x => x[0] + x[1]);
        Assert.Equal(21, driver.Results.Select(static result => string.Join(' ', result.Vector.ToArray())).Distinct().Count());
        double[] later = [.. driver.Advance(40, static x => x[0] + x[1]).Results.Skip(21).Select(static result => result.Vector.Span[0] + result.Vector.Span[1])];
        Assert.InRange(later.Average(), 2, 6);

        StrategyRun resumed = StrategyDriver.Start(space, Strategy.Tpe());
        foreach (TrialResult result in driver.Results)
        {
            resumed.Tell(result);
        }

        Assert.Equal(driver.Suggest(61), StrategyDriver.Suggest(resumed, space, 61));
    }

    [Fact]
    public void Constant_parameters_and_spaces_of_constants_work()
    {
        var space = new TestSpace(new UniformDistribution(3, 3), new ChoiceDistribution(["only"]));
        Assert.All(new StrategyDriver(space, Strategy.Tpe()).Advance(12, static _ => 1).Results, static result => Assert.Equal([3.0, 0.0], result.Vector.ToArray()));
    }

    [Fact]
    public void Better_than_random_search_on_a_bowl()
    {
        // 20 seeds each; that 16 of 20 independent fair comparisons are won has a probability below 0.6 %.
        TestSpace space = TestSpace.Cube(5);
        static double Bowl(double[] x) => x.Sum(static v => (v - 0.7) * (v - 0.7));
        int won = Enumerable.Range(0, 20).Count(seed =>
            new StrategyDriver(space, Strategy.Tpe(), (ulong)seed, budget: 60).Advance(60, Bowl).Best
            < new StrategyDriver(space, Strategy.Random(), (ulong)seed, budget: 60).Advance(60, Bowl).Best);
        Assert.InRange(won, 16, 20);
    }

    [Fact]
    public void Several_objectives_are_ranked_by_fronts()
    {
        StrategyRun run = Strategy.Tpe().Start(new StrategyContext { Space = TestSpace.Cube(1), Seed = 1, ObjectiveCount = 2 });
        Assert.EndsWith("With 2 objectives, the best are those of the first fronts.", run.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_outside_their_range_are_named()
    {
        Assert.Contains("StartTrials", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Tpe(new TpeOptions { StartTrials = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("Candidates", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Tpe(new TpeOptions { Candidates = 1001 })).Message, StringComparison.Ordinal);
        Assert.Contains("GoodShare", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Tpe(new TpeOptions { GoodShare = 0.6 })).Message, StringComparison.Ordinal);
        Assert.Contains("GoodShare", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Tpe(new TpeOptions { GoodShare = double.NaN })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_tells_the_options_that_are_not_the_default()
    {
        Assert.Equal("Tpe", Strategy.Tpe().ToString());
        Assert.Contains("Candidates = 48", Strategy.Tpe(new TpeOptions { Candidates = 48 }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_suggestion_throws()
    {
        StrategyRun run = StrategyDriver.Start(TestSpace.Cube(1), Strategy.Tpe());
        Assert.Throws<OperationCanceledException>(() => run.TrySuggest(0, new double[1], new CancellationToken(canceled: true)));
    }

    private static double[][] Vectors(TestSpace space, ulong seed, int? budget)
        => [.. new StrategyDriver(space, Strategy.Tpe(), seed, budget).Advance(60, vector => TpeSpaces.Value(space, vector)).Results.Select(static r => r.Vector.ToArray())];

    // Trials that end in every way there is, some of them still running.
    private static IEnumerable<TrialResult> Mixed(TestSpace space, ulong seed, int count)
    {
        var driver = new StrategyDriver(space, Strategy.Tpe(), seed);
        return driver.Advance(count, (number, vector) =>
        {
            var random = new RandomStream(seed, 500 + (ulong)number);
            double value = Math.Round(TpeSpaces.Value(space, vector), 2);
            return random.NextInteger(6) switch
            {
                0 => new TrialResult { Number = number, Vector = vector, State = TrialState.Failed },
                1 => new TrialResult { Number = number, Vector = vector, State = TrialState.Pruned, Values = new[] { value }, LastStep = (int)random.NextInteger(9) },
                2 => new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value }, Violation = random.NextUnit() },
                _ => StrategyDriver.Completed(number, vector, value),
            };
        }).Results;
    }

    private static double[] SuggestAfter(TestSpace space, TrialResult[] history, bool announce)
    {
        StrategyRun run = StrategyDriver.Start(space, Strategy.Tpe(), seed: 5, budget: 100);
        if (announce)
        {
            Array.ForEach(history, result => run.Announce(result.Number, result.Vector.Span));
        }

        Array.ForEach(history, result => run.Tell(result));
        return StrategyDriver.Suggest(run, space, history.Length);
    }

    private static TestSpace RandomSpace(ulong seed)
    {
        var random = new RandomStream(seed, stream: 31);
        var parameters = new List<Parameter>();
        long count = 1 + random.NextInteger(6);
        for (int i = 0; i < count; i++)
        {
            double low = -5 + (10 * random.NextUnit());
            Distribution distribution = random.NextInteger(8) switch
            {
                0 => new UniformDistribution(low, low + random.NextUnit()),
                1 => new UniformDistribution(Math.Round(low), Math.Round(low) + random.NextInteger(9), 1),
                2 => new LogUniformDistribution(Math.Exp(low), Math.Exp(low + 3)),
                3 => new LogUniformDistribution(1 + random.NextInteger(5), 10 + random.NextInteger(1000), isInteger: true),
                4 => new NormalDistribution(low, 2, low - 1, double.PositiveInfinity),
                5 => new NormalDistribution(low, 5, Math.Round(low) - 8, Math.Round(low) + 8, isInteger: true),
                6 => new LogNormalDistribution(low, 0.5),
                _ => new ChoiceDistribution([.. Enumerable.Range(0, 1 + (int)random.NextInteger(5)).Select(static label => $"{label}")]),
            };
            Parameter? parent = parameters.Count > 0 && random.NextInteger(3) == 0 ? parameters[(int)random.NextInteger(parameters.Count)] : null;
            ParameterCondition? condition = parent?.Distribution switch
            {
                null => null,
                ChoiceDistribution => ParameterCondition.OneOf(parent, 0),
                _ => ParameterCondition.InRange(parent, parent.Distribution.FromUnit(0.4), double.PositiveInfinity),
            };
            parameters.Add(TestSpace.CreateParameter($"x{i}", i, distribution, condition));
        }

        return TestSpace.Of([.. parameters]);
    }
}
