namespace HyperTune.Tests;

public sealed class SobolStrategyTests
{
    [Fact]
    public void Trials_are_the_same_in_whatever_order_they_are_asked_for()
    {
        TestSpace space = TestSpace.Cube(5);
        double[][] ascending = [.. Enumerable.Range(0, 32).Select(number => Suggest(space, 9, number))];
        StrategyRun run = Start(space, 9);
        for (int number = 31; number >= 0; number--)
        {
            var vector = new double[5];
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            Assert.Equal(ascending[number], vector);
        }
    }

    [Fact]
    public void Seeds_give_different_trials()
        => Assert.NotEqual(Suggest(TestSpace.Cube(3), 1, 0), Suggest(TestSpace.Cube(3), 2, 0));

    [Fact]
    public void Integers_and_choices_come_up_equally_often()
    {
        var space = new TestSpace(
            new UniformDistribution(1, 8, 1),
            new ChoiceDistribution(["a", "b", "c", "d"]),
            new OrdinalDistribution(["low", "high"]),
            new LogUniformDistribution(1e-4, 1));
        double[][] trials = [.. Enumerable.Range(0, 64).Select(number => Suggest(space, 4, number))];
        Assert.All(trials.CountBy(static trial => trial[0]), static pair => Assert.Equal(8, pair.Value));
        Assert.All(trials.CountBy(static trial => trial[1]), static pair => Assert.Equal(16, pair.Value));
        Assert.All(trials.CountBy(static trial => trial[2]), static pair => Assert.Equal(32, pair.Value));
        Assert.All(trials.CountBy(static trial => Math.Floor(Math.Log10(trial[3]))), static pair => Assert.Equal(16, pair.Value));
    }

    [Fact]
    public void Inactive_parameters_are_not_a_number_and_active_ones_keep_their_dimension()
    {
        Parameter branch = TestSpace.CreateParameter("branch", 0, new ChoiceDistribution(["a", "b"]));
        TestSpace space = TestSpace.Of(
            branch,
            TestSpace.CreateParameter("a.x", 1, new UniformDistribution(0, 1), ParameterCondition.OneOf(branch, 0)),
            TestSpace.CreateParameter("y", 2, new UniformDistribution(0, 1)));
        TestSpace flat = new(new ChoiceDistribution(["a", "b"]), new UniformDistribution(0, 1), new UniformDistribution(0, 1));
        for (int number = 0; number < 40; number++)
        {
            double[] vector = Suggest(space, 2, number);
            double[] free = Suggest(flat, 2, number);
            Assert.True(space.Contains(vector));
            Assert.Equal(free[2], vector[2]);
            Assert.Equal(free[0] == 0 ? free[1] : double.NaN, vector[1]);
        }
    }

    [Fact]
    public void Constraints_hold_and_the_allowed_part_is_covered_evenly()
    {
        var space = new TestSpace([new UniformDistribution(0, 1), new UniformDistribution(0, 1)], static x => x[0] + x[1] <= 1);
        double[][] trials = [.. Enumerable.Range(0, 256).Select(number => Suggest(space, 5, number))];
        Assert.All(trials, static trial => Assert.True(trial[0] + trial[1] <= 1));

        // The small triangles below 1/2 hold a quarter of the allowed area each, the square between them the rest.
        Assert.InRange(trials.Count(static trial => trial[0] > 0.5), 48, 80);
        Assert.InRange(trials.Count(static trial => trial[1] > 0.5), 48, 80);
        Assert.Equal(trials[17], Suggest(space, 5, 17));
    }

    [Fact]
    public void Constraint_that_nothing_satisfies_is_reported()
    {
        var space = new TestSpace([new UniformDistribution(0, 1)], static _ => false);
        ConstraintException exception = Assert.Throws<ConstraintException>(() => Suggest(space, 0, 0));
        Assert.Contains("TestConstraint", exception.Message, StringComparison.Ordinal);
    }

    private static StrategyRun Start(SearchSpace space, ulong seed) => Strategy.Sobol().Start(new StrategyContext { Space = space, Seed = seed });

    private static double[] Suggest(SearchSpace space, ulong seed, int number)
    {
        var vector = new double[space.DimensionCount];
        Assert.True(Start(space, seed).TrySuggest(number, vector, CancellationToken.None));
        return vector;
    }
}
