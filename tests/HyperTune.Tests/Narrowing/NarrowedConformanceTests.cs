namespace HyperTune.Tests;

/// <summary>What every strategy promises on a space that was narrowed at run time, with trials outside of it to learn from and without.</summary>
public sealed class NarrowedConformanceTests
{
    private const int Trials = 20;

    private static readonly Dictionary<string, SearchSpace> Spaces = new(StringComparer.Ordinal)
    {
        ["continuous"] = ContinuousConfig.Space.Narrow(s => s.Linear.To(2, 3), s => s.Decades.AtMost(1e-4), s => s.Bell.AtLeast(0.7)),
        ["one left"] = ContinuousConfig.Space.Narrow(s => s.Linear.Fix(2), s => s.Decades.To(1e-3, 1e-2), s => s.Bell.Fix(0.25)),
        ["mixed"] = MixedConfig.Space.Narrow(
            s => s.Rate.To(1e-3, 1e-2), s => s.Units.AtLeast(64), s => s.Activation.Only("tanh", "gelu"), s => s.Size.Only("small", "large"), s => s.Rotation.AtMost(9)),
        ["mixed, fixed"] = MixedConfig.Space.Narrow(
            s => s.Units.Fix(32), s => s.Quarter.Fix(0.25), s => s.Activation.Fix("gelu"), s => s.Size.Fix("large"), s => s.Augment.Fix(true)),
        ["union"] = UnionConfig.Space.Narrow(s => s.Solver.Case.Only("Newton", "Gradient"), s => s.Solver.Newton.Iterations.To(2, 4), s => s.Solver.Gradient.Rate.AtMost(0.1)),
        ["one case"] = UnionConfig.Space.Narrow(s => s.Solver.Case.Fix("Gradient"), s => s.Tolerance.AtMost(0.5)),
        ["list"] = ListConfig.Space.Narrow(s => s.Stages.Count!.AtLeast(2), s => s.Stages.Each.Width.To(32, 64), s => s.Smoothing.Fix(0.5)),
        ["constrained"] = ConstrainedConfig.Space.Narrow(s => s.Left.AtMost(0.5), s => s.Level.To(2, 5)),
    };

    public static TheoryData<string, string> Everything { get; } = Pairs(ConformanceStrategies.Independent.Intersect(ConformanceStrategies.Undaunted));

    public static TheoryData<string, string> EverythingLearning { get; } = Pairs(ConformanceStrategies.Learning);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Suggestions_lie_inside_and_are_the_same_again(string strategy, string space)
    {
        ConformanceSession first = Run(strategy, space).Advance(Trials);
        Assert.NotEmpty(first.Suggestions);
        Assert.Equal(first.Suggestions, Run(strategy, space).Advance(Trials).Suggestions);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Trials_outside_are_taken_as_they_are(string strategy, string space)
    {
        SearchSpace target = Spaces[space];
        TrialResult[] known = [.. new ConformanceSession(Strategy.Random(), target.Whole, seed: 21).Advance(Trials).Results];
        StrategyRun run = Start(strategy, target, known);
        StrategyRun again = Start(strategy, target, [.. known.Reverse()]);
        for (int number = Trials; number < Trials + 15; number++)
        {
            double[]? suggestion = ConformanceSession.Suggest(run, target, number);
            Assert.Equal(suggestion, ConformanceSession.Suggest(again, target, number));
            if (suggestion is null)
            {
                Assert.True(number > Trials, "Nothing was suggested.");
                return;
            }

            TrialResult result = Complete(target, number, suggestion);
            run.Announce(number, suggestion);
            run.Tell(in result);
            again.Announce(number, suggestion);
            again.Tell(in result);
        }
    }

    [Theory]
    [MemberData(nameof(EverythingLearning))]
    public void Trials_outside_teach(string strategy, string space)
    {
        // One suggestion of TPE is a draw.
        int seeds = strategy == "tpe" ? 60 : 6;
        SearchSpace target = Spaces[space];
        double[] random = [.. new ConformanceSession(Strategy.Random(), target, seed: 1).Advance(200).Suggestions.Select(vector => Loss(target, vector))];
        double suggested = 0;
        for (ulong seed = 0; seed < (ulong)seeds; seed++)
        {
            TrialResult[] known = [.. new ConformanceSession(Strategy.Random(), target.Whole, seed + 30, alwaysCompletes: true).Advance(60).Results
                .Where(result => !new UnitCube(target).IsInside(result.Vector.Span))];
            Assert.True(known.Length > 10);
            suggested += Loss(target, ConformanceSession.Suggest(Start(strategy, target, known), target, 60)!) / seeds;
        }

        Assert.True(suggested - random.Min() < 0.6 * (random.Average() - random.Min()), $"{suggested} instead of {random.Average()} at random and {random.Min()} at best");
    }

    private static TrialResult Complete(SearchSpace space, int number, double[] vector)
        => new() { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { Loss(space, vector) } };

    private static double Loss(SearchSpace space, double[] vector) => ConformanceSpaces.Loss(space.Whole, vector);

    private static StrategyRun Start(string strategy, SearchSpace space, TrialResult[] known)
    {
        StrategyRun run = ConformanceStrategies.Of(strategy).Start(new StrategyContext { Space = space, Seed = 8, HasOutsideTrials = known.Length > 0 });
        Array.ForEach(known, result => run.Tell(in result));
        return run;
    }

    private static ConformanceSession Run(string strategy, string space) => new(ConformanceStrategies.Of(strategy), Spaces[space], seed: 3);

    private static TheoryData<string, string> Pairs(IEnumerable<string> strategies)
    {
        var pairs = new TheoryData<string, string>();
        foreach (string strategy in strategies)
        {
            foreach (string space in Spaces.Keys)
            {
                pairs.Add(strategy, space);
            }
        }

        return pairs;
    }
}
