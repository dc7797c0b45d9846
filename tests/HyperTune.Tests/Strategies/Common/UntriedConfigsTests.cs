namespace HyperTune.Tests;

public sealed class UntriedConfigsTests
{
    [Fact]
    public void Every_config_of_a_conditional_space_is_found_once()
    {
        Parameter parent = TestSpace.CreateParameter("parent", 0, new ChoiceDistribution(["a", "b"]));
        TestSpace space = TestSpace.Of(parent, TestSpace.CreateParameter("steps", 1, new UniformDistribution(1, 10, 1), ParameterCondition.OneOf(parent, 1)));
        var cube = new UnitCube(space);
        var tried = new TriedConfigs(cube);
        var untried = new UntriedConfigs(cube, tried);
        var random = new RandomStream(1);
        var vector = new double[2];
        for (int i = 0; i < 11; i++)
        {
            Assert.True(untried.TryFind(ref random, vector));
            Assert.True(space.Contains(vector));
            Assert.False(tried.Contains(vector));
            tried.Add(vector);
        }

        Assert.False(untried.IsExhausted);
        Assert.False(untried.TryFind(ref random, vector));
        Assert.True(untried.IsExhausted);
    }

    [Fact]
    public void In_a_space_too_large_to_walk_through_untried_configs_are_found_among_tried_ones()
    {
        var cube = new UnitCube(TestSpace.Of(
            TestSpace.CreateParameter("p", 0, new UniformDistribution(1, 1e9, 1)),
            TestSpace.CreateParameter("q", 1, new UniformDistribution(1, 1e12, 1))));
        var tried = new TriedConfigs(cube);
        var untried = new UntriedConfigs(cube, tried);
        var vector = new double[2];
        for (int i = 0; i < 100; i++)
        {
            // The same place each time, so that what lies there is tried.
            var random = new RandomStream(3);
            Assert.True(untried.TryFind(ref random, vector));
            Assert.False(tried.Contains(vector));
            tried.Add(vector);
        }

        Assert.False(untried.IsExhausted);
    }

    [Fact]
    public void A_continuous_space_is_never_exhausted_nor_enumerated()
    {
        var cube = new UnitCube(TestSpace.Cube(1));
        var untried = new UntriedConfigs(cube, new TriedConfigs(cube));
        var random = new RandomStream(1);
        Assert.False(untried.TryFind(ref random, new double[1]));
        Assert.False(untried.IsExhausted);
        Assert.Null(untried.All);
    }
}
