namespace HyperTune.Tests.Spaces;

/// <summary>Spaces of orders and of ranges that depend on other values, narrowed at run time.</summary>
public sealed class NarrowedFormsTests
{
    [Fact]
    public void Range_that_depends_on_another_value_does_so_in_a_part_too()
    {
        SearchSpace<PoolConfig> space = PoolConfig.Space.Narrow(static s => s.Most.To(8, 16), static s => s.Least.AtLeast(4));
        var random = new RandomStream(1, stream: 1);
        for (int i = 0; i < 200; i++)
        {
            PoolConfig config = space.Sample(ref random);
            Assert.InRange(config.Most, 8, 16);
            Assert.InRange(config.Least, 4, config.Most);
        }

        Assert.Equal("not above Most", $"{space.FindParameter("Least")!.Bound}");
        Assert.Equal("Threads at work.", space.FindParameter("Most")!.Description);
    }

    [Fact]
    public void Default_keeps_to_what_is_left()
    {
        SearchSpace<PoolConfig> space = PoolConfig.Space.Narrow(static s => s.Most.Fix(1));
        Assert.Equal((1, 1), (space.Default.Most, space.Default.Least));
        Assert.Empty(space.Validate(space.Default));
    }

    [Fact]
    public void Part_that_leaves_nothing_of_such_a_range_is_refused()
    {
        ArgumentException nothing = Assert.Throws<ArgumentException>(() => PoolConfig.Space.Narrow(static s => s.Least.AtLeast(12)));
        Assert.StartsWith("'Least' is not above Most, so that Uniform in [12, 64] in steps of 1 leaves it nothing for some values of 'Most', Uniform in [1, 64] in steps of 1: narrow both.", nothing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_of_an_order_is_not_narrowed_alone()
    {
        ArgumentException key = Assert.Throws<ArgumentException>(() => PoolConfig.Space.Narrow(static s => s.Order.Keys[1].AtMost(0.5)));
        Assert.StartsWith("'Order[1]' is a key of an order, which means something only beside the others: it cannot be narrowed.", key.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steps_and_variations_keep_to_both(int seed)
    {
        foreach (Strategy strategy in new[] { Strategy.Stepwise(10), Strategy.OneAtATime() })
        {
            StudyResult<PoolConfig> result = Study.Minimize<PoolConfig>(new StudyOptions { Seed = seed, Strategy = strategy }).Run(
                static config => Math.Abs(config.Most - 20) + Math.Abs(config.Least - 7) + config.Order[0], 40);
            Assert.All(result.Trials, static trial => Assert.True(trial.Config.Least <= trial.Config.Most));
            Assert.All(result.Trials, static trial => Assert.Equal([0, 1, 2], trial.Config.Order.Order()));
        }
    }
}
