namespace HyperTune.Tests;

public sealed class AroundStrategyTests
{
    private static readonly MixedConfig Center = new() { Rate = 0.01, Units = 64, Activation = "tanh", Augment = true, Rotation = 20, Size = "middle" };

    [Fact]
    public void Everything_stays_near_the_config_which_comes_first()
    {
        MixedConfig[] configs = Run(Strategy.Around(Center, 0.1, Strategy.Random()), 60);
        Assert.Equal(Center, configs[0]);
        Assert.All(configs, static config =>
        {
            Assert.Equal((Center.Activation, Center.Augment), (config.Activation, config.Augment));
            Assert.All(MixedConfig.Space.Parameters.Where(static parameter => parameter.Distribution.IsContinuous), parameter
                => Assert.InRange(Math.Abs(Place(config, parameter) - Place(Center, parameter)), 0, 0.1 + 1e-9));
        });
        Assert.True(configs.Max(static config => Place(config, MixedConfig.Space.Rate)) > Place(Center, MixedConfig.Space.Rate) + 0.07);
        Assert.True(configs.Min(static config => Place(config, MixedConfig.Space.Rate)) < Place(Center, MixedConfig.Space.Rate) - 0.07);
        Assert.Equal(60, configs.Select(static config => config.Rate).Distinct().Count());
    }

    [Fact]
    public void Values_without_an_order_are_free_where_that_is_asked_for()
    {
        MixedConfig[] configs = Run(Strategy.Around(Center, 0.1, new AroundOptions { Strategy = Strategy.Random(), FreeCategories = true }), 60);
        Assert.Equal(3, configs.Select(static config => config.Activation).Distinct().Count());
        Assert.Equal(2, configs.Select(static config => config.Augment).Distinct().Count());
    }

    [Fact]
    public void Ranges_end_where_the_space_does()
    {
        MixedConfig[] configs = Run(Strategy.Around(Center with { Rate = 1 }, 0.25, Strategy.Random()), 60);
        Assert.All(configs, static config => Assert.InRange(config.Rate, 0.1 - 1e-12, 1));
        Assert.Equal(60, configs.Distinct().Count());
        Assert.NotEqual(Run(Strategy.Around(Center, 1, Strategy.Random()), 5), Run(Strategy.Around(Center, 0.5, Strategy.Random()), 5));
    }

    [Fact]
    public void Whole_numbers_are_kept_up_to_the_one_at_the_radius()
    {
        static int[] Layers(double radius) =>
        [
            .. Study.Minimize<BoundedConfig>(new StudyOptions { Seed = 3, Strategy = Strategy.Around(new BoundedConfig { Layers = 6, Heads = 2, Low = 0.01, High = 0.1 }, radius, Strategy.Random()) })
                .Run(static config => config.Low, 60).Trials.Select(static trial => trial.Config.Layers).Distinct().Order(),
        ];

        Assert.Equal([6], Layers(0.04));
        Assert.Equal([5, 6, 7], Layers(0.1));
        Assert.Equal([4, 5, 6, 7, 8], Layers(0.2));
    }

    [Fact]
    public void A_grid_refines_the_best_of_a_study()
    {
        static double Loss(ContinuousConfig config) => Math.Pow((config.Linear - 2) / 10, 2) + Math.Pow((Math.Log10(config.Decades) + 2) / 4, 2) + Math.Pow(config.Bell - 0.4, 2);

        StudyResult<ContinuousConfig> coarse = Study.Minimize<ContinuousConfig>(new StudyOptions { Seed = 2, Strategy = Strategy.Sobol() }).Run(Loss, 20);
        StudyResult<ContinuousConfig> fine = Study.Minimize<ContinuousConfig>(new StudyOptions { Strategy = Strategy.Around(coarse.Best.Config, 0.1, Strategy.Grid(4)) })
            .Run(Loss, Budget.UntilDone);
        Assert.Equal(1 + 64, fine.Trials.Count);
        Assert.Equal(coarse.Best.Config, fine.Trials[0].Config);
        Assert.True(fine.Best.Value < 0.5 * coarse.Best.Value, $"{fine.Best} against {coarse.Best}");
    }

    [Fact]
    public void A_study_that_was_narrowed_stays_so()
    {
        SearchSpace<MixedConfig> space = MixedConfig.Space.Narrow(static s => s.Units.AtMost(64));
        StudyResult<MixedConfig> result = Study.Minimize(space, new StudyOptions { Seed = 3, Strategy = Strategy.Around(Center, 0.4, Strategy.Random()) }).Run(static config => config.Rate, 30);
        Assert.All(result.Trials, static trial => Assert.True(trial.Config.Units <= 64));
        SearchSpace<MixedConfig> without = MixedConfig.Space.Narrow(static s => s.Units.AtMost(48));
        Assert.StartsWith(
            "Around is to search around a config that lies outside of what the search space was narrowed to: Rate = 0.01",
            Assert.Throws<ArgumentException>(() => Study.Minimize(without, new StudyOptions { Strategy = Strategy.Around(Center, 0.4) }).Run(static config => config.Rate, 3)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.0000001)]
    [InlineData(double.NaN)]
    public void A_radius_beyond_its_range_is_refused(double radius)
    {
        Assert.Contains("above 0, at most 1", Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Around(Center, radius)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Around(radius));
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.AroundBest(radius));
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Contains("Units", Assert.Throws<ArgumentException>(() => Strategy.Around(Center with { Units = 9999 }, 0.1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.AroundBest(0.1, Zero, new AroundOptions()));
        Assert.Throws<ArgumentNullException>(() => Strategy.Around<MixedConfig>(null!, 0.1));
        Assert.Equal(
            "Around is to search around a config of the search space 'ContinuousConfig', but the study searches 'MixedConfig'.",
            Assert.Throws<ArgumentException>(() => Run(Strategy.Around(new ContinuousConfig(0, 0.01), 0.1), 3)).Message);
    }

    // Where the compiler sees it, it refuses this.
    private static int Zero => 0;

    private static double Place(MixedConfig config, Parameter parameter)
    {
        double[] vector = new double[MixedConfig.Space.DimensionCount];
        MixedConfig.Space.Encode(config, vector);
        return parameter.Distribution.ToUnit(vector[parameter.Index]);
    }

    private static MixedConfig[] Run(Strategy strategy, int trials)
        => [.. Study.Minimize<MixedConfig>(new StudyOptions { Seed = 3, Strategy = strategy }).Run(static config => config.Rate, trials).Trials.Select(static trial => trial.Config)];
}
