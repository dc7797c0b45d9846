namespace HyperTune.Tests;

/// <summary>What every strategy promises on every kind of space.</summary>
public sealed class StrategyConformanceTests
{
    private const int Trials = 24;

    public static TheoryData<string, string> Everything { get; } = Pairs(ConformanceStrategies.Names);

    public static TheoryData<string, string> EverythingLearning { get; } = Pairs(ConformanceStrategies.Learning);

    public static TheoryData<string, string> EverythingUndaunted { get; } = Pairs(ConformanceStrategies.Undaunted);

    public static TheoryData<string> Exhaustive { get; } = [.. ConformanceStrategies.Exhaustive];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Same_seed_and_results_give_the_same_valid_trials(string strategy, string space)
    {
        ConformanceSession first = Run(strategy, space, seed: 3).Advance(Trials);
        ConformanceSession second = Run(strategy, space, seed: 3).Advance(Trials);
        Assert.Equal(Trials, first.Suggestions.Count);
        Assert.Equal(first.Suggestions, second.Suggestions);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Another_seed_gives_other_trials_unless_the_order_is_fixed(string strategy, string space)
    {
        bool same = Run(strategy, space, seed: 3).Advance(Trials).Suggestions.SelectMany(static x => x)
            .SequenceEqual(Run(strategy, space, seed: 4).Advance(Trials).Suggestions.SelectMany(static x => x));
        Assert.Equal(strategy is "grid" or "one at a time", same);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void History_told_in_any_order_gives_the_same_next_trial(string strategy, string space)
    {
        ConformanceSession session = Run(strategy, space, seed: 5).Advance(Trials);
        TrialResult[] history = [.. session.Results.OrderBy(static result => result.Number)];
        double[] expected = SuggestAfter(strategy, space, seed: 5, history, session.Running);
        Assert.Equal(expected, SuggestAfter(strategy, space, seed: 5, [.. history.Reverse()], session.Running));
        new RandomStream(9).Shuffle(history.AsSpan());
        Assert.Equal(expected, SuggestAfter(strategy, space, seed: 5, history, session.Running));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Study_resumes_from_its_history_alone(string strategy, string space)
    {
        ConformanceSession live = Run(strategy, space, seed: 6);
        foreach (int trials in (int[])[1, 4, 9, 16, Trials])
        {
            live.Advance(trials);
            double[] resumed = SuggestAfter(strategy, space, seed: 6, live.Results, live.Running);
            Assert.Equal(live.Advance(trials + 1).Suggestions[trials], resumed);
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Trials_of_another_study_are_a_start(string strategy, string space)
    {
        SearchSpace target = ConformanceSpaces.Of(space);
        var other = new ConformanceSession(Strategy.Random(), target, seed: 21, alwaysCompletes: true);
        TrialResult[] known = [.. other.Advance(Trials).Results];
        StrategyRun warm = Start(strategy, space, seed: 8);
        Array.ForEach(known, result => warm.Tell(in result));
        var numbers = Enumerable.Range(Trials, 8);
        double[][] suggestions = [.. numbers.Select(number => Continue(warm, target, number))];
        StrategyRun again = Start(strategy, space, seed: 8);
        Array.ForEach(known, result => again.Tell(in result));
        Assert.Equal(suggestions, numbers.Select(number => Continue(again, target, number)));
        bool repeats = Array.Exists(suggestions, vector => Array.Exists(known, result => result.Vector.Span.SequenceEqual(vector)));
        Assert.Equal(ConformanceStrategies.Repeating.Contains(strategy), repeats);
    }

    [Theory]
    [MemberData(nameof(EverythingLearning))]
    public void Learning_from_another_study_is_better_than_starting_from_nothing(string strategy, string space)
    {
        SearchSpace target = ConformanceSpaces.Of(space);
        double warmLoss = 0;
        double coldLoss = 0;
        for (ulong seed = 0; seed < 3; seed++)
        {
            StrategyRun warm = Start(strategy, space, seed);
            TrialResult[] known = [.. new ConformanceSession(Strategy.Random(), target, seed + 30, alwaysCompletes: true).Advance(40).Results];
            Array.ForEach(known, result => warm.Tell(in result));
            StrategyRun cold = Start(strategy, space, seed);
            warmLoss += Enumerable.Range(40, 8).Average(number => ConformanceSpaces.Loss(target, Continue(warm, target, number)));
            coldLoss += Enumerable.Range(0, 8).Average(number => ConformanceSpaces.Loss(target, Continue(cold, target, number)));
        }

        Assert.True(warmLoss < 0.8 * coldLoss, $"mean loss {warmLoss / 3} with known trials, {coldLoss / 3} without");
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Cancelled_suggestion_throws_and_leaves_no_trace(string strategy, string space)
    {
        SearchSpace target = ConformanceSpaces.Of(space);
        foreach (int trials in (int[])[0, 12])
        {
            ConformanceSession cancelled = Run(strategy, space, seed: 2).Advance(trials);
            Assert.ThrowsAny<OperationCanceledException>(
                () => cancelled.Run.TrySuggest(trials, new double[target.DimensionCount], new CancellationToken(canceled: true)));
            ConformanceSession undisturbed = Run(strategy, space, seed: 2).Advance(trials);
            Assert.Equal(ConformanceSession.Suggest(undisturbed.Run, target, trials), ConformanceSession.Suggest(cancelled.Run, target, trials));
        }
    }

    [Theory]
    [MemberData(nameof(EverythingUndaunted))]
    public void Trials_that_all_fail_do_not_stop_the_search(string strategy, string space)
    {
        SearchSpace target = ConformanceSpaces.Of(space);
        StrategyRun run = Start(strategy, space, seed: 4);
        var tried = new HashSet<string>();
        for (int number = 0; number < Trials; number++)
        {
            double[] vector = ConformanceSession.Suggest(run, target, number)!;
            tried.Add(string.Join(' ', vector));
            run.Announce(number, vector);
            run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Failed });
        }

        Assert.Equal(Trials, tried.Count);
    }

    [Theory]
    [MemberData(nameof(Exhaustive))]
    public void Finite_space_is_tried_completely_before_a_config_is_repeated(string strategy)
    {
        const int Configs = 40;
        foreach (int? budget in (int?[])[null, 100])
        {
            var session = new ConformanceSession(ConformanceStrategies.Of(strategy), FiniteConfig.Space, seed: 1, budget);
            session.Advance(Configs);
            Assert.Equal(Configs, session.Suggestions.Select(static vector => string.Join(' ', vector)).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Exhaustive))]
    public void Finite_space_of_bounded_ranges_is_tried_completely_before_a_config_is_repeated(string strategy)
    {
        const int Configs = 36;
        var session = new ConformanceSession(ConformanceStrategies.Of(strategy), FiniteBoundedConfig.Space, seed: 1, budget: 100);
        session.Advance(Configs);
        Assert.Equal(Configs, session.Suggestions.Select(static vector => string.Join(' ', vector)).Distinct().Count());
    }

    private static TheoryData<string, string> Pairs(IEnumerable<string> strategies)
    {
        var data = new TheoryData<string, string>();
        foreach (string strategy in strategies)
        {
            foreach (string space in ConformanceSpaces.Names)
            {
                data.Add(strategy, space);
            }
        }

        return data;
    }

    private static ConformanceSession Run(string strategy, string space, ulong seed)
        => new(ConformanceStrategies.Of(strategy), ConformanceSpaces.Of(space), seed);

    private static StrategyRun Start(string strategy, string space, ulong seed)
        => ConformanceSession.Start(ConformanceStrategies.Of(strategy), ConformanceSpaces.Of(space), seed);

    private static double[] SuggestAfter(
        string strategy, string space, ulong seed, IEnumerable<TrialResult> history, IEnumerable<(int Number, double[] Vector)> running)
    {
        StrategyRun run = Start(strategy, space, seed);
        int trials = 0;
        foreach (TrialResult result in history)
        {
            run.Tell(in result);
            trials++;
        }

        foreach ((int number, double[] vector) in running)
        {
            run.Announce(number, vector);
            trials++;
        }

        return ConformanceSession.Suggest(run, ConformanceSpaces.Of(space), trials)!;
    }

    private static double[] Continue(StrategyRun run, SearchSpace space, int number)
    {
        double[] vector = ConformanceSession.Suggest(run, space, number)!;
        run.Announce(number, vector);
        run.Tell(new TrialResult
        {
            Number = number,
            Vector = vector,
            State = TrialState.Completed,
            Values = new[] { ConformanceSpaces.Loss(space, vector) },
        });
        return vector;
    }
}
