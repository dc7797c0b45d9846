using HyperTune.Benchmarks;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian;
using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Tests;

/// <summary>When a study explores on purpose, and where.</summary>
public sealed class ForcedExplorationTests
{
    private static readonly double[] Progress = [.. Enumerable.Range(0, 100).Select(static trial => 100.0 - trial)];

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(79, true)]
    [InlineData(80, false)]
    public void Categories_are_explored_in_spite_of_progress(int count, bool isDue)
        => Assert.Equal(isDue, Of(SwitchesConfig.Space).IsDue(count, Progress.AsSpan(0, count)));

    [Fact]
    public void Everything_is_explored_while_a_study_stagnates()
    {
        double[] stagnant = [.. Progress, .. Enumerable.Repeat(50.0, 12)];
        Assert.True(Of(SwitchesConfig.Space).IsDue(4000, stagnant));
        Assert.False(Of(Branin.Space).IsDue(100, Progress));
        Assert.True(Of(Branin.Space).IsDue(112, stagnant));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Last_fifth_of_a_study_tries_no_other_category_where_its_end_is_known_unless_it_is_extended(bool isKnown)
    {
        SearchSpace space = SwitchesConfig.Space;
        StrategyRun run = Strategy.Bayesian().Start(new StrategyContext { Space = space, Seed = 5, TrialBudget = isKnown ? 60 : null });
        var explored = new List<int>();
        for (int number = 0; number < 75; number++)
        {
            double[] vector = new double[space.DimensionCount];
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            if (run.Explanation!.Contains("exploration", StringComparison.Ordinal))
            {
                explored.Add(number);
            }

            run.Announce(number, vector);
            double[] values = [vector.Where(static value => !double.IsNaN(value)).Sum()];
            run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = values });
        }

        Assert.Contains(explored, static number => number is > 12 and < 48);
        Assert.Equal(!isKnown, explored.Exists(static number => number is >= 48 and < 60));
        Assert.Contains(explored, static number => number >= 60);
    }

    [Fact]
    public void Every_other_category_has_its_turn_and_a_conditional_one_keeps_what_it_depends_on()
    {
        SearchSpace space = NestedConfig.Space;
        var cube = new UnitCube(space);
        var exploration = new ForcedExploration(cube, 12);
        Parameter form = Assert.Single(space.Parameters, static parameter => parameter.Distribution is { IsCategorical: true, Count: 4 });
        double[] vector = MixedProblems.All.OfType<MixedProblem>().Single(static problem => problem.Name == "nested").Places
            .First(place => !double.IsNaN(place[form.Index]));
        var best = new Observation(0, vector, 1, 0);
        double[] point = new double[cube.Dimensions.Length];
        ModelPoint.Encode(cube, vector, point);
        var explored = new HashSet<(int Dimension, double Value)>();
        var random = new RandomStream(1);
        for (int draw = 0; draw < 200; draw++)
        {
            SearchRegion region = exploration.Choose(best, hasConverged: false, ref random);
            Assert.False(region.HasFixed(point));
            double[] changed = [.. point];
            region.Apply(changed);
            int dimension = Assert.Single(Enumerable.Range(0, point.Length), k => changed[k] != point[k]);
            explored.Add((dimension, changed[dimension]));
            foreach (ParameterCondition condition in new[] { cube.Dimensions[dimension].Parameter.Condition }.OfType<ParameterCondition>())
            {
                Assert.True(region.IsFixed(cube.Find(condition.Parent)!.Index));
            }
        }

        // Two other models, three other forms, one other value of the switch.
        Assert.Equal(6, explored.Count);
    }

    private static ForcedExploration Of(SearchSpace space) => new(new UnitCube(space), 12);
}
