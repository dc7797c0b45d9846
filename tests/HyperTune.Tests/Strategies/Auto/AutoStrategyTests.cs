using HyperTune.Strategies.Auto;

namespace HyperTune.Tests;

public sealed class AutoStrategyTests
{
    private static readonly UniformDistribution Die = new(1, 6, 1);

    [Fact]
    public void Small_finite_space_is_enumerated_in_shuffled_order_and_then_ends()
    {
        var session = new AutoSession(new TestSpace(Die, Die), trialBudget: 36);
        double[][] vectors = [.. session.SuggestAll()];
        Assert.Equal(36, vectors.Select(static x => (x[0], x[1])).Distinct().Count());
        Assert.NotEqual([1.0, 2, 3, 4, 5, 6], vectors.Take(6).Select(static x => x[1]));
        Assert.False(session.Run.TrySuggest(36, new double[2], CancellationToken.None));
        Assert.StartsWith("Auto: Grid(shuffled), because the space has only 36 configs", session.Run.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(35, "Bayesian()")]
    [InlineData(36, "Grid(shuffled)")]
    [InlineData(null, "Bayesian()")]
    public void Enumeration_needs_a_budget_for_all_configs(int? budget, string strategy)
        => Assert.StartsWith($"Auto: {strategy}, ", new AutoSession(new TestSpace(Die, Die), budget).Run.Explanation, StringComparison.Ordinal);

    [Fact]
    public void Without_a_budget_only_a_tiny_space_is_enumerated()
        => Assert.StartsWith("Auto: Grid(shuffled), ", new AutoSession(new TestSpace(Die, new ChoiceDistribution(["a", "b"])), null).Run.Explanation, StringComparison.Ordinal);

    [Fact]
    public void More_than_4096_configs_are_not_enumerated()
    {
        var many = new UniformDistribution(1, 4097, 1);
        Assert.StartsWith("Auto: Bayesian(), ", new AutoSession(new TestSpace(many), 10_000).Run.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, "Bayesian(), because it needs the fewest trials for 60 parameters and 100 trials")]
    [InlineData(61, "DifferentialEvolution, because 61 parameters are more than the 60 up to which")]
    public void Many_parameters_get_a_population_instead_of_a_Gaussian_process(int dimensions, string explanation)
        => Assert.StartsWith($"Auto: {explanation}", new AutoSession(TestSpace.Cube(dimensions), 100).Run.Explanation, StringComparison.Ordinal);

    [Fact]
    public void Many_parameters_with_categories_get_densities()
    {
        var space = new TestSpace([.. Enumerable.Repeat<Distribution>(new UniformDistribution(0, 1), 60), new ChoiceDistribution(["a", "b"])]);
        Assert.StartsWith("Auto: Tpe, because 61 parameters (1 categorical) are more", new AutoSession(space, 100).Run.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_with_a_single_value_do_not_count()
    {
        var space = new TestSpace([.. Enumerable.Repeat<Distribution>(new UniformDistribution(0, 1), 60), new UniformDistribution(3, 3, 1)]);
        Assert.Contains("60 parameters", new AutoSession(space, 100).Run.Explanation!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, "1 trial leave")]
    [InlineData(5, 1, "5 trials leave nothing to learn from: the default point, then evenly spread ones")]
    [InlineData(40, 40, "all of 40 trials run at once: the default point and evenly spread ones")]
    [InlineData(null, 4, "it needs the fewest trials for 2 parameters and a number of trials not known in advance")]
    public void Reason_says_what_the_budget_and_the_workers_leave_to_decide(int? budget, int parallelism, string reason)
        => Assert.Contains(reason, new AutoSession(TestSpace.Cube(2), budget, parallelism).Run.Explanation!, StringComparison.Ordinal);

    [Fact]
    public void Trials_are_those_of_the_chosen_strategy()
    {
        double[][] auto = [.. new AutoSession(TestSpace.Cube(3), 15).SuggestAll()];
        double[][] bayesian = [.. new AutoSession(TestSpace.Cube(3), 15, strategy: Strategy.Bayesian()).SuggestAll()];
        Assert.Equal(bayesian, auto);
    }

    [Theory]
    [InlineData(false, "LocalSteps, CmaEs and DifferentialEvolution")]
    [InlineData(true, "Tpe")]
    public void After_500_trials_a_quicker_strategy_takes_over_with_all_it_needs_to_know(bool hasCategories, string name)
    {
        TestSpace space = hasCategories ? new TestSpace(new UniformDistribution(0, 1), new ChoiceDistribution(["a", "b"])) : TestSpace.Cube(2);
        var auto = new AutoSession(space, null);
        var successor = new AutoSession(space, null, strategy: hasCategories ? Strategy.Tpe() : Strategy.InTurn(500));
        for (int number = 499; number >= 0; number--)
        {
            double[] vector = AutoSession.Draw(space, number);
            auto.Tell(number, vector);
            successor.Tell(number, vector);
        }

        double[] pending = AutoSession.Draw(space, 500);
        auto.Run.Announce(500, pending);
        successor.Run.Announce(500, pending);
        Assert.Equal(successor.Suggest(501), auto.Suggest(501));
        auto.Tell(500, pending);
        successor.Tell(500, pending);
        Assert.Equal(successor.Suggest(502), auto.Suggest(502));
        Assert.StartsWith("Auto: Bayesian(), because it needs the fewest trials", auto.Run.Decision, StringComparison.Ordinal);
        Assert.EndsWith($"{name} after 500 trials, because with 500 trials known, a suggestion of the Gaussian process takes too long.", auto.Run.Decision, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(50, 500)]
    [InlineData(1000, 2000)]
    public void Durations_decide_only_on_request_and_from_the_first_20_trials(int milliseconds, int trials)
    {
        TestSpace space = TestSpace.Cube(2);
        var adapting = new AutoSession(space, null, strategy: Strategy.Auto(new AutoOptions { AdaptToDuration = true }));
        var counting = new AutoSession(space, null);
        for (int number = trials - 1; number >= 0; number--)
        {
            // Later trials take half an hour, and nobody is to notice.
            TimeSpan duration = number < 20 ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.FromMinutes(30);
            adapting.Tell(number, AutoSession.Draw(space, number), duration);
            counting.Tell(number, AutoSession.Draw(space, number), duration);
        }

        adapting.Suggest(trials);
        counting.Suggest(trials);
        Assert.Contains($"DifferentialEvolution after {trials} trials", adapting.Run.Decision!, StringComparison.Ordinal);
        Assert.Contains($"takes too long beside trials of about {milliseconds} ms", adapting.Run.Decision!, StringComparison.Ordinal);
        Assert.Equal(trials >= 500, counting.Run.Decision!.Contains("DifferentialEvolution", StringComparison.Ordinal));
        Assert.Equal("Auto(adapting to durations)", Strategy.Auto(new AutoOptions { AdaptToDuration = true }).ToString());
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(30, false)]
    public void Suggestions_take_at_most_the_stated_share_of_the_trials_time(int milliseconds, bool isTooMuch)
    {
        // Each look at the clock takes 5 ms, so that a suggestion seems to: more than a fifth of 10 ms, and less than one of 30 ms.
        TestSpace space = TestSpace.Cube(2);
        var run = new AutoRun(new StrategyContext { Space = space, Seed = 1 }, new AutoOptions { AdaptToDuration = true }, new TickingTime());
        int? noticed = null;
        for (int number = 0; number < 40; number++)
        {
            double[] vector = new double[2];
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            noticed ??= run.Decision.Contains("suggestions of the Gaussian process took more than 20 % of the time of trials", StringComparison.Ordinal) ? number : null;
            run.Announce(number, vector);
            run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { vector[0] }, Duration = TimeSpan.FromMilliseconds(milliseconds) });
        }

        // At the eleventh suggestion, seven of ten count: 35 ms, of 100.
        Assert.Equal(isTooMuch ? 10 : null, noticed);
    }

    [Fact]
    public void Overhead_has_to_be_above_zero()
        => Assert.Contains("above 0", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Auto(new AutoOptions { MostOverhead = 0 })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(2, 1, "Auto: Bayesian(), ")]
    [InlineData(5, 1, "Auto: Bayesian(), ")]
    [InlineData(3, 61, "Auto: NsgaII, ")]
    [InlineData(4, 61, "Auto: NsgaIII, ")]
    public void Several_objectives_have_strategies_of_their_own(int objectives, int parameters, string decision)
    {
        StrategyRun run = Strategy.Auto().Start(new StrategyContext { Space = TestSpace.Cube(parameters), Seed = 1, ObjectiveCount = objectives });
        Assert.StartsWith(decision, run.Decision, StringComparison.Ordinal);
    }

    [Fact]
    public void Decision_is_logged_once_before_the_first_trial_and_is_in_the_result()
    {
        var logger = new RecordingLogger();
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Strategy = Strategy.Auto(), Logger = logger }).Run(Studies.Bowl, 8);
        const string Decision = "Auto: Bayesian(), because it needs the fewest trials for 2 parameters and 8 trials.";
        Assert.StartsWith(Decision, result.StrategyExplanation, StringComparison.Ordinal);
        Assert.Equal($"Study test: {Decision}", logger.Lines[1].Message);
        Assert.Single(logger.Lines, static line => line.Message == $"Study test: {Decision}");
    }

    [Fact]
    public void Studies_tell_how_long_trials_took()
    {
        var time = new ManualTime();
        var strategy = new RecordingStrategy();
        Studies.Minimize(Studies.Seeded with { Strategy = strategy, TimeProvider = time }).Run(
            (_, trial) =>
            {
                time.Advance(2 + trial.Number);
                return 0;
            },
            2);
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)], strategy.Told.Select(static result => result.Duration));
    }

    private sealed class TickingTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _now += 5;
    }
}
