namespace HyperTune.Tests;

public sealed class BayesianStrategyTests
{
    // No stopping rule ends a run before.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_starts_with_six_trials_whatever_the_number_of_objectives(int objectives)
    {
        StrategyRun run = Strategy.Bayesian().Start(new StrategyContext { Space = TestSpace.Cube(2), Seed = 1, ObjectiveCount = objectives });
        for (int number = 0; number < 8; number++)
        {
            Assert.Equal(number < 6, run.IsStarting);
            double[] vector = new double[2];
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            run.Announce(number, vector);
            run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = vector[..objectives] });
        }
    }

    [Fact]
    public void Smooth_function_is_minimized_in_few_trials()
    {
        var space = new TestSpace(new UniformDistribution(-5, 10), new UniformDistribution(0, 15));
        for (ulong seed = 0; seed < 3; seed++)
        {
            Assert.InRange(new Session(space, Branin, seed).Run(40).Best - 0.39788735772973816, 0, 0.01);
        }
    }

    [Fact]
    public void First_trial_is_the_default_point_and_the_next_ones_spread()
    {
        Session session = new Session(TestSpace.Cube(3), static x => x.Sum()).Run(6);
        Assert.Equal([0.5, 0.5, 0.5], session.Vectors[0]);
        Assert.Equal(6, session.Vectors.Select(static x => x[0]).Distinct().Count());
        Session without = new Session(TestSpace.Cube(3), static x => x.Sum(), options: new BayesianOptions { StartWithDefault = false }).Run(1);
        Assert.NotEqual([0.5, 0.5, 0.5], without.Vectors[0]);
    }

    [Fact]
    public void Trials_of_the_user_count_as_start_trials()
    {
        var session = new Session(TestSpace.Cube(2), static x => x.Sum());
        for (int i = 0; i < 6; i++)
        {
            session.Tell(i, [0.1 * i, 0.9 - (0.1 * i)], i);
        }

        session.Suggest(6);
        Assert.DoesNotContain("start design", session.Strategy.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_seed_gives_the_same_trials_and_another_seed_others()
    {
        double[][] first = [.. new Session(TestSpace.Cube(2), Bowl, seed: 4).Run(20).Vectors];
        Assert.Equal(first, new Session(TestSpace.Cube(2), Bowl, seed: 4).Run(20).Vectors);
        Assert.NotEqual(first, new Session(TestSpace.Cube(2), Bowl, seed: 5).Run(20).Vectors);
    }

    [Fact]
    public void Order_of_telling_does_not_matter()
    {
        TestSpace space = UnitCubeTests.CreateMixed();
        double[][] vectors = [.. Enumerable.Range(0, 45).Select(i => Draw(space, (ulong)i))];
        Session forward = new(space, Mixed);
        Session backward = new(space, Mixed);
        Session shuffled = new(space, Mixed);
        int[] order = [.. Enumerable.Range(0, 45)];
        new RandomStream(3).Shuffle<int>(order);
        for (int i = 0; i < 45; i++)
        {
            forward.Tell(i, vectors[i], Mixed(vectors[i]));
            backward.Tell(44 - i, vectors[44 - i], Mixed(vectors[44 - i]));
            shuffled.Tell(order[i], vectors[order[i]], Mixed(vectors[order[i]]));

            // Being asked in between, with other data, must leave no trace.
            if (i is 20 or 38)
            {
                shuffled.Peek(1000 + i);
            }
        }

        for (int number = 45; number < 49; number++)
        {
            double[] expected = forward.Peek(number);
            Assert.Equal(expected, backward.Peek(number));
            Assert.Equal(expected, shuffled.Peek(number));
        }
    }

    [Theory]
    [InlineData(14)]
    [InlineData(60)]
    public void Study_resumes_from_its_history_alone(int trials)
    {
        TestSpace space = UnitCubeTests.CreateMixed();
        Session whole = new Session(space, Mixed, seed: 8).Run(trials);
        var resumed = new Session(space, Mixed, seed: 8);
        for (int i = 0; i < trials; i++)
        {
            resumed.Announce(i, whole.Vectors[i]);
            resumed.Tell(i, whole.Vectors[i], Mixed(whole.Vectors[i]));
        }

        Assert.Equal(whole.Peek(trials), resumed.Peek(trials));
        Assert.Equal(whole.Peek(trials + 1), resumed.Peek(trials + 1));
    }

    [Fact]
    public void Suggestions_of_mixed_and_conditional_spaces_are_valid_and_good()
    {
        TestSpace space = UnitCubeTests.CreateMixed();
        for (ulong seed = 0; seed < 2; seed++)
        {
            Session session = new Session(space, Mixed, seed).Run(50);
            Assert.All(session.Vectors, vector => Assert.True(space.Contains(vector), string.Join(", ", vector)));
            Assert.InRange(session.Best, 0, 0.05);
        }
    }

    [Fact]
    public void Constraints_hold_for_every_suggestion()
    {
        // The unconstrained minimum (0.9, 0.9) is forbidden, and the optimum lies on the constraint's border at (0.5, 0.5).
        var space = new TestSpace([new UniformDistribution(0, 1), new UniformDistribution(0, 1)], static x => x[0] + x[1] <= 1);
        Session session = new Session(space, static x => Math.Pow(x[0] - 0.9, 2) + Math.Pow(x[1] - 0.9, 2)).Run(30);
        Assert.All(session.Vectors, static x => Assert.True(x[0] + x[1] <= 1));
        Assert.InRange(session.Best, 0.32, 0.3205);
    }

    [Fact]
    public void Constraint_that_accepts_little_is_kept()
    {
        var space = new TestSpace([.. Enumerable.Repeat(new UniformDistribution(0, 1), 3)], static x => Math.Abs(x[0] - x[1]) < 0.02 && x[2] > 0.8);
        Session session = new Session(space, Bowl).Run(25);
        Assert.All(session.Vectors, vector => Assert.Null(space.FindViolatedConstraint(vector)));
        Assert.InRange(session.Best, 0, Bowl([0.3, 0.3, 0.8]) + 0.05);
    }

    [Fact]
    public void Failing_region_is_left_alone_and_the_best_working_config_found()
    {
        // Everything with x0 > 0.6 crashes, and the objective gets better towards it.
        var session = new Session(TestSpace.Cube(2), static x => x[0] > 0.6 ? double.NaN : 1 - x[0] + Math.Pow(x[1] - 0.3, 2));
        session.Run(40);
        Assert.InRange(session.Best, 0.4, 0.43);

        // The border has to be found, which costs failures close to it, and exploration looks elsewhere at times. A strategy that takes no notice of
        // failures would go to x0 = 1 with nearly all of the 25 trials.
        Assert.InRange(session.Vectors.Skip(15).Count(static x => x[0] > 0.7), 0, 8);
    }

    [Fact]
    public void Study_whose_first_trials_all_fail_goes_on()
    {
        var session = new Session(TestSpace.Cube(2), static x => x[0] < 0.7 || x[1] < 0.7 ? double.NaN : Bowl(x));
        session.Run(40);
        Assert.True(double.IsFinite(session.Best));
        Assert.Equal(40, session.Vectors.Select(static x => string.Join(',', x)).Distinct().Count());
    }

    [Fact]
    public void Broken_outcome_constraints_are_learnt()
    {
        // Allowed where x0 + x1 <= 0.6 only; the objective pulls the other way.
        static double Violation(double[] x) => Math.Max(0, x[0] + x[1] - 0.6);
        var session = new Session(TestSpace.Cube(2), static x => 2 - x[0] - x[1], violation: Violation);
        session.Run(40);
        Assert.InRange(session.BestFeasible, 1.4, 1.45);
    }

    [Fact]
    public void Outcome_constraint_is_satisfied_first_where_nothing_satisfies_it_yet()
    {
        static double Violation(double[] x) => Math.Max(0, Math.Abs(x[0] - 0.93) + Math.Abs(x[1] - 0.07) - 0.03);
        var session = new Session(TestSpace.Cube(2), static x => x[0] + x[1], violation: Violation);
        session.Run(40);
        Assert.True(double.IsFinite(session.BestFeasible));
    }

    [Fact]
    public void Finite_space_is_tried_out_before_anything_is_repeated()
    {
        var space = new TestSpace(
            [new UniformDistribution(1, 6, 1), new ChoiceDistribution(["a", "b", "c"]), new OrdinalDistribution(["x", "y"])],
            static x => x[0] != 3 || x[1] != 1);
        Session session = new Session(space, static x => Math.Abs(x[0] - 4) + x[1] + x[2]).Run(36);
        Assert.Equal(34, session.Vectors.Take(34).Select(static x => string.Join(',', x)).Distinct().Count());
        Assert.All(session.Vectors, vector => Assert.Null(space.FindViolatedConstraint(vector)));
        Assert.InRange(session.Vectors.FindIndex(static x => x is [4, 0, 0]), 0, 15);
    }

    [Fact]
    public void Larger_finite_space_is_not_repeated_either()
    {
        var space = new TestSpace(Enumerable.Repeat(new UniformDistribution(0, 12, 1), 3));
        Session session = new Session(space, static x => Math.Pow(x[0] - 7, 2) + Math.Pow(x[1] - 3, 2) + x[2]).Run(60);
        Assert.Equal(60, session.Vectors.Select(static x => string.Join(',', x)).Distinct().Count());
        Assert.Equal(0, session.Best);
    }

    [Fact]
    public void Optimum_at_a_corner_is_reached_and_not_suggested_twice()
    {
        Session session = new Session(TestSpace.Cube(2), static x => x[0] + x[1]).Run(25);
        Assert.InRange(session.Best, 0, 1e-6);
        Assert.Equal(25, session.Vectors.Select(static x => string.Join(',', x)).Distinct().Count());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void Running_trials_spread(int workers)
    {
        var space = new TestSpace(new UniformDistribution(-5, 10), new UniformDistribution(0, 15));
        var session = new Session(space, Branin);
        session.Run(8);
        double[][] running = [.. Enumerable.Range(8, workers).Select(session.Suggest)];
        double closest = running.SelectMany((x, i) => running.Take(i).Select(y => Math.Abs(x[0] - y[0]) + Math.Abs(x[1] - y[1]))).Min();
        Assert.True(closest > 1e-3, $"closest {closest}");
        double widest = running.SelectMany((x, i) => running.Take(i).Select(y => Math.Abs(x[0] - y[0]) + Math.Abs(x[1] - y[1]))).Max();
        Assert.True(widest > 0.3, $"widest {widest}");
    }

    [Fact]
    public void Study_with_running_trials_still_finds_the_minimum()
    {
        var space = new TestSpace(new UniformDistribution(-5, 10), new UniformDistribution(0, 15));
        var session = new Session(space, Branin);
        for (int first = 0; first < 60; first += 4)
        {
            double[][] batch = [.. Enumerable.Range(first, 4).Select(session.Suggest)];
            for (int i = 3; i >= 0; i--)
            {
                session.Tell(first + i, batch[i], Branin(batch[i]));
            }
        }

        Assert.InRange(session.Best - 0.39788735772973816, 0, 0.01);
    }

    [Fact]
    public void Long_study_keeps_the_model_small()
    {
        var options = new BayesianOptions { ModelTrials = 100 };
        TestSpace space = TestSpace.Cube(2);
        var session = new Session(space, Bowl, options: options);
        var random = new RandomStream(1);
        for (int i = 0; i < 700; i++)
        {
            double[] x = [random.NextUnit(), random.NextUnit()];
            session.Tell(i, x, Bowl(x));
        }

        double before = session.Best;
        for (int i = 700; i < 712; i++)
        {
            double[] x = session.Suggest(i);
            Assert.True(space.Contains(x));
            session.Tell(i, x, Bowl(x));
        }

        Assert.True(session.Best < 0.2 * before, $"{before} -> {session.Best}");
    }

    [Fact]
    public void Spaces_without_anything_to_learn_give_suggestions()
    {
        Session constant = new Session(new TestSpace(new UniformDistribution(2, 2), new ChoiceDistribution(["only"])), static _ => 1).Run(10);
        Assert.All(constant.Vectors, static x => Assert.Equal([2, 0], x));
        Session flat = new Session(TestSpace.Cube(2), static _ => 7).Run(15);
        Assert.Equal(15, flat.Vectors.Select(static x => string.Join(',', x)).Distinct().Count());
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Scale_of_the_objective_does_not_matter(double scale)
        => Assert.InRange(new Session(TestSpace.Cube(2), x => (Bowl(x) - 3) * scale).Run(25).Best / scale, -3, -2.99);

    [Fact]
    public void Cancellation_ends_a_suggestion_and_the_next_one_works()
    {
        Session session = new Session(TestSpace.Cube(4), Bowl).Run(20);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => session.Strategy.TrySuggest(20, new double[4], cancellation.Token));
        Session other = new Session(TestSpace.Cube(4), Bowl).Run(20);
        Assert.Equal(other.Peek(20), session.Peek(20));
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Bayesian(new BayesianOptions { StartTrials = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Bayesian(new BayesianOptions { StagnationTrials = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Bayesian(new BayesianOptions { ModelTrials = 99 }));
        Assert.Equal("Bayesian()", Strategy.Bayesian().ToString());
        Assert.Equal("Bayesian(8 start trials)", Strategy.Bayesian(new BayesianOptions { StartTrials = 8 }).ToString());
    }

    [Fact]
    public void Best_by_posterior_mean_is_better_under_noise_than_the_best_observed()
    {
        double observed = 0;
        double believed = 0;
        for (ulong seed = 0; seed < 6; seed++)
        {
            var random = new RandomStream(seed);
            var results = new List<TrialResult>();
            for (int i = 0; i < 80; i++)
            {
                double[] x = [random.NextUnit(), random.NextUnit()];
                results.Add(Completed(i, x, Bowl(x) + (0.3 * random.NextNormal())));
            }

            PosteriorMean posterior = PosteriorMean.Compute(TestSpace.Cube(2), results, asked: 0, CancellationToken.None)!;
            Assert.InRange(posterior.NoiseDeviation, 0.2, 0.4);
            Assert.InRange(posterior.NoiseShare, 0.03, 0.6);
            observed += Bowl(results.MinBy(static result => result.Values.Span[0]).Vector.ToArray());
            believed += Bowl(results.MinBy(result => posterior.Of(result.Number)).Vector.ToArray());
        }

        Assert.True(believed < 0.7 * observed, $"{believed} against {observed}");
        Assert.Null(PosteriorMean.Compute(TestSpace.Cube(2), [Completed(0, [0.5, 0.5], 1)], asked: 0, CancellationToken.None));
    }

    private static TrialResult Completed(int number, double[] vector, double value)
        => new() { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value } };

    private static double Bowl(double[] x) => x.Sum(static value => 4 * Math.Pow(value - 0.3, 2));

    private static double Branin(double[] x)
        => Math.Pow(x[1] - (5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0]) + (5 / Math.PI * x[0]) - 6, 2) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x[0])) + 10;

    // Best with tanh, gain 1.1, adam, rate 1e-3, 128 units, no dropout.
    private static double Mixed(double[] x)
        => Math.Pow(Math.Log10(x[0]) + 3, 2) + (0.1 * Math.Pow(Math.Log2(x[1]) - 7, 2)) + (x[2] == 1 ? Math.Pow(x[6] - 1.1, 2) : 0.3) + x[4] + (0.1 * x[5])
            + (x[7] == 1 ? 0 : 0.2);

    private static double[] Draw(TestSpace space, ulong seed)
    {
        var random = new RandomStream(seed);
        return space.Sample(ref random);
    }

    /// <summary>A study by hand: asks, evaluates and tells.</summary>
    private sealed class Session
    {
        private readonly SearchSpace _space;
        private readonly Func<double[], double> _objective;
        private readonly Func<double[], double> _violation;

        public Session(
            SearchSpace space,
            Func<double[], double> objective,
            ulong seed = 0,
            BayesianOptions? options = null,
            Func<double[], double>? violation = null)
        {
            _space = space;
            _objective = objective;
            _violation = violation ?? (static _ => 0);
            Strategy = HyperTune.Strategy.Bayesian(options ?? new BayesianOptions()).Start(new StrategyContext { Space = space, Seed = seed });
        }

        public StrategyRun Strategy { get; }

        public List<double[]> Vectors { get; } = [];

        public double Best { get; private set; } = double.PositiveInfinity;

        public double BestFeasible { get; private set; } = double.PositiveInfinity;

        public Session Run(int trials)
        {
            for (int number = Vectors.Count; number < trials; number++)
            {
                double[] vector = Suggest(number);
                Tell(number, vector, _objective(vector));
            }

            return this;
        }

        public double[] Suggest(int number)
        {
            double[] vector = Peek(number);
            Announce(number, vector);
            return vector;
        }

        public double[] Peek(int number)
        {
            var vector = new double[_space.DimensionCount];
            Assert.True(Strategy.TrySuggest(number, vector, CancellationToken.None));
            return vector;
        }

        public void Announce(int number, double[] vector)
        {
            Vectors.Add(vector);
            Strategy.Announce(number, vector);
        }

        public void Tell(int number, double[] vector, double value)
        {
            if (double.IsNaN(value))
            {
                Strategy.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Failed });
                return;
            }

            double violation = _violation(vector);
            Strategy.Tell(Completed(number, vector, value) with { Violation = violation });
            Best = Math.Min(Best, value);
            BestFeasible = violation > 0 ? BestFeasible : Math.Min(BestFeasible, value);
        }
    }
}
