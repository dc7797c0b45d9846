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
    [InlineData(11, 100, false)]
    [InlineData(12, 100, true)]
    [InlineData(79, 100, true)]
    [InlineData(80, 100, false)]
    [InlineData(40, 50, false)]
    [InlineData(79, null, true)]
    [InlineData(80, null, false)]
    [InlineData(80, 500, false)]
    public void Categories_are_explored_in_spite_of_progress_until_the_end_comes_near(int count, int? budget, bool isDue)
        => Assert.Equal(isDue, Of(SwitchesConfig.Space, budget).IsDue(count, Progress.AsSpan(0, count)));

    [Theory]
    [InlineData(399, 500, true)]
    [InlineData(400, 500, false)]
    [InlineData(4000, null, true)]
    public void Long_study_explores_categories_while_it_stagnates(int count, int? budget, bool isDue)
        => Assert.Equal(isDue, Of(SwitchesConfig.Space, budget).IsDue(count, [.. Progress, .. Enumerable.Repeat(50.0, 12)]));

    [Fact]
    public void Numbers_alone_are_explored_while_a_study_stagnates_up_to_its_end()
    {
        ForcedExploration exploration = Of(Branin.Space, 112);
        Assert.False(exploration.IsDue(100, Progress));
        Assert.True(exploration.IsDue(112, [.. Progress, .. Enumerable.Repeat(50.0, 12)]));
    }

    [Fact]
    public void Every_other_category_has_its_turn_and_a_conditional_one_keeps_what_it_depends_on()
    {
        SearchSpace space = NestedConfig.Space;
        var cube = new UnitCube(space);
        var exploration = new ForcedExploration(cube, 12, 100);
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
            SearchRegion region = exploration.Choose(best, ref random);
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

    private static ForcedExploration Of(SearchSpace space, int? budget) => new(new UnitCube(space), 12, budget);
}
