namespace HyperTune.Tests;

/// <summary>What every strategy promises with several objectives and a limit, on every kind of space.</summary>
public sealed class SeveralObjectivesTests
{
    private const int Trials = 24;

    public static TheoryData<string, string, int> Everything
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (string strategy in ConformanceStrategies.OfSeveralObjectives)
            {
                foreach (string space in ConformanceSpaces.Names)
                {
                    data.Add(strategy, space, 3);
                }

                data.Add(strategy, "mixed", 2);
                data.Add(strategy, "mixed", 5);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Same_seed_and_results_give_the_same_valid_trials(string strategy, string space, int objectives)
    {
        ConformanceSession first = Run(strategy, space, objectives).Advance(Trials);
        Assert.Equal(Trials, first.Suggestions.Count);
        Assert.Equal(first.Suggestions, Run(strategy, space, objectives).Advance(Trials).Suggestions);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void History_told_in_any_order_gives_the_same_next_trial(string strategy, string space, int objectives)
    {
        ConformanceSession session = Run(strategy, space, objectives).Advance(Trials);
        TrialResult[] history = [.. session.Results];
        (int Number, double[] Vector)[] running = [.. session.Running];
        double[] expected = SuggestAfter(strategy, space, objectives, history, running);
        Assert.Equal(expected, session.Advance(Trials + 1).Suggestions[Trials]);
        new RandomStream(9).Shuffle(history.AsSpan());
        Assert.Equal(expected, SuggestAfter(strategy, space, objectives, history, running));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Trials_that_all_break_the_limit_or_fail_do_not_stop_the_search(string strategy, string space, int objectives)
    {
        SearchSpace target = ConformanceSpaces.Of(space);
        ConformanceSession session = Run(strategy, space, objectives);
        for (int number = 0; number < Trials; number++)
        {
            double[] vector = ConformanceSession.Suggest(session.Run, target, number)!;
            session.Run.Announce(number, vector);
            session.Run.Tell(number % 3 == 0
                ? new TrialResult { Number = number, Vector = vector, State = TrialState.Failed }
                : session.Complete(number, vector) with { Excess = new[] { 1 + vector.Where(double.IsFinite).Sum(Math.Abs) }, Violation = 1 });
        }
    }

    [Theory]
    [InlineData("bayesian")]
    [InlineData("tpe")]
    [InlineData("auto")]
    [InlineData("nsga2")]
    [InlineData("nsga3")]
    public void Learning_finds_more_of_the_front_than_chance(string strategy)
    {
        double[] volumes = [.. new[] { strategy, "random" }.Select(static name => Enumerable.Range(0, 3).Average(seed => Volume(name, (ulong)seed)))];
        Assert.True(volumes[0] > volumes[1], $"{volumes[0]} against {volumes[1]}");
    }

    private static double Volume(string strategy, ulong seed)
    {
        SearchSpace space = ConformanceSpaces.Of("mixed");
        var session = new ConformanceSession(ConformanceStrategies.Of(strategy), space, seed, objectives: 2, alwaysCompletes: true);
        session.Advance(60);
        double[] reference = [.. Enumerable.Repeat(0.2 * space.DimensionCount, 2)];
        return HyperTune.Numerics.Pareto.Hypervolume.Of(session.Results.Where(static result => result.Violation <= 0).Select(static result => result.Values.ToArray()), reference);
    }

    private static ConformanceSession Run(string strategy, string space, int objectives)
        => new(ConformanceStrategies.Of(strategy), ConformanceSpaces.Of(space), seed: 3, objectives: objectives);

    private static double[] SuggestAfter(string strategy, string space, int objectives, IEnumerable<TrialResult> history, (int Number, double[] Vector)[] running)
    {
        StrategyRun run = ConformanceSession.Start(ConformanceStrategies.Of(strategy), ConformanceSpaces.Of(space), seed: 3, objectives: objectives);
        foreach (TrialResult result in history)
        {
            run.Tell(in result);
        }

        foreach ((int number, double[] vector) in running)
        {
            run.Announce(number, vector);
        }

        return ConformanceSession.Suggest(run, ConformanceSpaces.Of(space), Trials)!;
    }
}
