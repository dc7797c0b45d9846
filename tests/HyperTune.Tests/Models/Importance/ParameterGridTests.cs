namespace HyperTune.Tests.Importance;

public sealed class ParameterGridTests
{
    [Fact]
    public void Few_values_and_categories_have_a_step_each()
    {
        Assert.Equal(50, GridOf(new UniformDistribution(0, 49, 1)).StepCount);
        Assert.Equal(8, GridOf(new LogUniformDistribution(1, 8, true)).StepCount);
        Assert.Equal(80, GridOf(new ChoiceDistribution([.. Enumerable.Range(0, 80).Select(static i => $"{i}")])).StepCount);
        Assert.True(GridOf(new ChoiceDistribution(["a", "b"])).IsCategorical);
        Assert.False(GridOf(new OrdinalDistribution(["a", "b"])).IsCategorical);
    }

    [Fact]
    public void Many_values_share_fifty_steps_unless_one_of_them_is_wider()
    {
        Assert.Equal(50, GridOf(new UniformDistribution(0, 1)).StepCount);
        Assert.Equal(50, GridOf(new LogUniformDistribution(1e-6, 1)).StepCount);
        Assert.Equal(50, GridOf(new UniformDistribution(0, 50, 1)).StepCount);
        Assert.Equal(50, GridOf(new LogUniformDistribution(1000, 100_000, true)).StepCount);

        // The cell of 1 is 1.58 of the 11 octaves.
        Assert.Equal(6, GridOf(new LogUniformDistribution(1, 1024, true)).StepCount);
    }

    [Fact]
    public void Every_step_of_whole_numbers_on_a_logarithmic_scale_has_a_number()
    {
        var distribution = new LogUniformDistribution(1, 1024, true);
        ParameterGrid grid = GridOf(distribution);
        int[] steps = [.. Enumerable.Range(1, 1024).Select(value => grid.StepOf(distribution.ToUnit(value)))];
        Assert.Equal(Enumerable.Range(0, grid.StepCount), steps.Distinct());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 49)]
    [InlineData(0.5 / 49, 0)]
    [InlineData(0.51 / 49, 1)]
    [InlineData(0.5, 24)]
    [InlineData(double.NaN, -1)]
    public void The_nearest_step_counts_between_two_the_lower(double coordinate, int step)
        => Assert.Equal(step, GridOf(new UniformDistribution(0, 1)).StepOf(coordinate));

    private static ParameterGrid GridOf(Distribution distribution) => new(new UnitCube(new TestSpace(distribution)).Dimensions[0]);
}
