namespace HyperTune.Tests;

public sealed class TriedConfigsTests
{
    [Fact]
    public void Tried_configs_are_known_and_others_are_not()
    {
        Parameter parent = TestSpace.CreateParameter("parent", 0, new ChoiceDistribution(["a", "b"]));
        TestSpace space = TestSpace.Of(parent, TestSpace.CreateParameter("number", 1, new UniformDistribution(-1, 1), ParameterCondition.OneOf(parent, 1)));
        var tried = new TriedConfigs(new UnitCube(space));
        tried.Add([0, double.NaN]);
        tried.Add([1, 0.0]);
        tried.Add([1, 0.0]);
        Assert.Equal(2, tried.Count);
        Assert.True(tried.Contains([0, double.NaN]));
        Assert.True(tried.Contains([1, -0.0]));
        Assert.False(tried.Contains([1, 0.5]));
    }

    [Fact]
    public void A_number_typed_by_hand_is_the_step_that_it_means()
    {
        var tried = new TriedConfigs(new UnitCube(TestSpace.Of(TestSpace.CreateParameter("p", 0, new UniformDistribution(0, 1, 0.1)))));
        tried.Add([3 * 0.1]);
        Assert.True(tried.Contains([0.3]));
        Assert.False(tried.Contains([0.4]));
    }

    [Fact]
    public void What_was_tried_may_be_tried_again_only_when_nothing_else_is_left()
    {
        var cube = new UnitCube(TestSpace.Of(TestSpace.CreateParameter("p", 0, new UniformDistribution(1, 3, 1))));
        var tried = new TriedConfigs(cube);
        tried.Add([2]);
        Assert.False(tried.MayTry([2]));
        Assert.True(tried.MayTry([3]));
        tried.RepeatsAllowed = true;
        Assert.True(tried.MayTry([2]));
        Assert.True(tried.Contains([2]));
    }

    [Fact]
    public void Ten_thousand_configs_are_told_apart()
    {
        var tried = new TriedConfigs(new UnitCube(TestSpace.Cube(3)));
        var random = new RandomStream(5);
        for (int i = 1; i <= 10_000; i++)
        {
            tried.Add([random.NextUnit(), random.NextUnit(), random.NextUnit()]);
            Assert.Equal(i, tried.Count);
        }
    }
}
