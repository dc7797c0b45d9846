namespace HyperTune.Tests;

public sealed class StartDesignTests
{
    [Fact]
    public void Default_that_is_zero_at_an_end_is_followed_by_the_middle()
    {
        (StartDesign design, TriedConfigs tried) = Create(
            Parameter(0, new UniformDistribution(0, 1), 0),
            Parameter(1, new UniformDistribution(-1, 3), 0),
            Parameter(2, new UniformDistribution(0, 4, 1), 0),
            Parameter(3, new UniformDistribution(0.5, 1), 0.5),
            Parameter(4, new ChoiceDistribution(["a", "b"]), 0),
            Parameter(5, new UniformDistribution(-8, 0), 0));
        Assert.Equal([0, 0, 0, 0.5, 0, 0], Next(design, tried, 6));
        Assert.Equal([0.5, 0, 2, 0.5, 0, -4], Next(design, tried, 6));
        Assert.NotEqual([0.5, 0, 2, 0.5, 0, -4], Next(design, tried, 6));
    }

    [Fact]
    public void Default_inside_its_ranges_has_no_other_middle()
    {
        (StartDesign design, TriedConfigs tried) = Create(Parameter(0, new UniformDistribution(0, 1), 0.25), Parameter(1, new UniformDistribution(-1, 1), 0));
        Assert.Equal([0.25, 0], Next(design, tried, 2));
        double[] second = Next(design, tried, 2);
        Assert.NotEqual([0.5, 0], second);
        Assert.NotEqual([0.25, 0], second);
    }

    [Fact]
    public void Without_the_default_there_is_no_middle_either()
    {
        var cube = new UnitCube(TestSpace.Of(Parameter(0, new UniformDistribution(0, 1), 0)));
        var tried = new TriedConfigs(cube);
        var design = new StartDesign(cube, tried, seed: 1, startWithDefault: false);
        double first = Next(design, tried, 1)[0];
        Assert.False(first is 0 or 0.5);
    }

    private static (StartDesign Design, TriedConfigs Tried) Create(params Parameter[] parameters)
    {
        var cube = new UnitCube(TestSpace.Of([.. parameters]));
        var tried = new TriedConfigs(cube);
        return (new StartDesign(cube, tried, seed: 1, startWithDefault: true), tried);
    }

    private static double[] Next(StartDesign design, TriedConfigs tried, int dimensions)
    {
        double[] vector = new double[dimensions];
        Assert.True(design.TryFill(first: 0, looks: 8, vector));
        tried.Add(vector);
        return vector;
    }

    private static Parameter<double> Parameter(int index, Distribution distribution, double standard)
        => new($"x{index}", index, distribution, standard, static value => value, static value => value);
}
