using HyperTune.Benchmarks;

namespace HyperTune.Tests;

/// <summary>The problems of numbers beside categories: whether their optimum is the one, and how much worse the others are.</summary>
public sealed class MixedProblemTests
{
    private const int Draws = 20_000;

    public static TheoryData<string, ulong?> Cells
    {
        get
        {
            var cells = new TheoryData<string, ulong?>();
            foreach (Problem problem in MixedProblems.All)
            {
                cells.Add(problem.Name, null);
                cells.Add(problem.Name, 0);
                cells.Add(problem.Name, 7);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Optimum_is_in_the_best_combination_and_the_others_are_worse_by_the_margin(string name, ulong? seed)
    {
        MixedProblem problem = Find(name, seed);
        double[] values = [.. problem.Places.Select(place => problem.Evaluate(place)).Order()];
        Assert.Equal(problem.Optimum, values[0], 1e-12);
        Assert.Equal(problem.Optimum + MixedProblem.Margin, values[1], 1e-12);
        Assert.All(problem.Places, place => Assert.True(problem.Space.Contains(place)));
        Assert.All(problem.Places, place => Assert.Equal(problem.BestOf(place), problem.Evaluate(place), 1e-12));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Draw_is_no_better_than_its_combination_can_be(string name, ulong? seed)
    {
        MixedProblem problem = Find(name, seed);
        var random = new RandomStream(seed ?? 100);
        double[] vector = new double[problem.Space.DimensionCount];
        int close = 0;
        for (int i = 0; i < Draws; i++)
        {
            problem.Space.SampleVector(ref random, vector);
            double value = problem.Evaluate(vector);
            Assert.True(value >= problem.BestOf(vector));
            close += value < problem.Optimum + MixedProblem.Margin ? 1 : 0;
        }

        // What chance finds needs no search.
        Assert.InRange(close, 0, Draws / 200);
    }

    [Fact]
    public void Another_seed_has_its_optimum_elsewhere()
    {
        foreach (Problem problem in MixedProblems.All)
        {
            double[][] places = [.. new ulong[] { 0, 1, 2, 3 }.Select(seed => Find(problem.Name, seed)).Select(moved => moved.Places.MinBy(place => moved.Evaluate(place))!)];
            Assert.Equal(places.Length, places.Select(static place => string.Join(' ', place)).Distinct().Count());
        }
    }

    private static MixedProblem Find(string name, ulong? seed)
    {
        Problem problem = MixedProblems.All.Single(problem => problem.Name == name);
        return (MixedProblem)problem.CreateVariant(seed is null ? Variant.Original : Variant.Shifted, seed ?? 0)!;
    }
}
