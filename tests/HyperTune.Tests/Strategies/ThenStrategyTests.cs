namespace HyperTune.Tests;

public sealed class ThenStrategyTests
{
    [Fact]
    public void The_first_gives_its_own_trials_and_the_second_learns_from_them()
    {
        StudyOptions options = new() { Seed = 5 };
        MixedConfig[] mixed = Configs(options with { Strategy = Strategy.Then(Strategy.Random(), 8, Strategy.Bayesian()) }, 20);
        MixedConfig[] random = Configs(options with { Strategy = Strategy.Random() }, 20);
        Assert.Equal(random.Take(8), mixed.Take(8));
        Assert.NotEqual(random.Skip(8), mixed.Skip(8));

        // The default point, with which it would begin, tells that it began anew; the trials that it knows are its beginning.
        var losses = new Dictionary<string, double>();
        foreach (string strategy in (string[])["random", "then"])
        {
            losses[strategy] = Enumerable.Range(0, 5).Average(seed => Study.Maximize<MixedConfig>(new StudyOptions
            {
                Seed = seed,
                Strategy = strategy == "then" ? Strategy.Then(Strategy.Random(), 10, Strategy.Bayesian()) : Strategy.Random(),
            }).Run(Score, 30).Trials.Skip(10).Average(static trial => trial.Value!.Value));
        }

        Assert.True(losses["then"] > losses["random"] + 10, $"{losses["then"]} against {losses["random"]}");
    }

    [Fact]
    public void Chains_give_each_its_trials()
    {
        Strategy nested = Strategy.Then(Strategy.Sobol(), 4, Strategy.Then(Strategy.Random(), 5, Strategy.Around(0.05)));
        Strategy other = Strategy.Then(Strategy.Then(Strategy.Sobol(), 4, Strategy.Random()), 9, Strategy.Around(0.05));
        Assert.Equal("Then(Sobol, 4, Then(Random, 5, Around(the default, 0.05, Auto)))", $"{nested}");
        foreach (Strategy strategy in (Strategy[])[nested, other])
        {
            MixedConfig[] configs = Configs(new StudyOptions { Seed = 2, Strategy = strategy }, 14);
            Assert.Equal(Configs(new StudyOptions { Seed = 2, Strategy = Strategy.Sobol() }, 4), configs.Take(4));
            Assert.Equal(new MixedConfig(), configs[9]);
            Assert.All(configs.Skip(9), static config => Assert.Equal(new MixedConfig { Rate = config.Rate, Units = config.Units, Quarter = config.Quarter, Size = config.Size }, config));
            Assert.DoesNotContain(configs.Skip(4).Take(5), static config => config == new MixedConfig());
        }
    }

    [Fact]
    public void The_second_takes_over_when_the_first_has_nothing_left()
    {
        SearchSpace<MixedConfig> space = MixedConfig.Space.Narrow(static s => s.Rate.Fix(0.1), static s => s.Units.Fix(32), static s => s.Augment.Fix(false), static s => s.Size.Fix("small"), static s => s.Quarter.Fix(0.5), static s => s.Rotation.Fix(10));
        Strategy strategy = Strategy.Then(Plain, 50, Strategy.Random());
        StudyResult<MixedConfig> result = Study.Maximize(space, new StudyOptions { Seed = 5, Strategy = strategy }).Run(Score, 10);
        Assert.Equal(10, result.Trials.Count);
        Assert.Equal(3, result.Trials.Take(3).Select(static trial => trial.Config.Activation).Distinct().Count());
        Assert.Contains("Then: Random, after Grid().", result.StrategyExplanation);
        StudyResult<MixedConfig> both = Study.Maximize(space, new StudyOptions { Strategy = Strategy.Then(Plain, 2, Plain) }).Run(Score, Budget.UntilDone);
        Assert.Equal(3, both.Trials.Count);
        Assert.Equal(StopReason.SpaceExhausted, both.StopReason);
    }

    [Fact]
    public void A_grid_around_the_best_regions_refines_them()
    {
        Strategy strategy = Strategy.Then(Strategy.Sobol(), 20, Strategy.AroundBest(0.1, 2, new AroundOptions { Strategy = Strategy.Grid(3) }));
        StudyResult<ContinuousConfig> result = Study.Minimize<ContinuousConfig>(new StudyOptions { Seed = 2, Strategy = strategy }).Run(Loss, Budget.UntilDone);
        // The middle of a grid is the config that was found, unless the range ends nearby.
        Assert.InRange(result.Trials.Count, 20 + 26 + 26, 20 + 27 + 27);
        ContinuousConfig[] known = [.. result.Trials.Take(20).OrderBy(static trial => trial.Value).Select(static trial => trial.Config)];
        ContinuousConfig second = known.First(config => !IsNear(config, known[0]));
        for (int turn = 0; turn < 2 * 26; turn++)
        {
            ContinuousConfig config = result.Trials[20 + turn].Config;
            Assert.True(IsNear(config, turn % 2 == 0 ? known[0] : second), $"{turn}: {config}");
        }

        Assert.True(result.Best.Number >= 20 && result.Best.Value < 0.5 * result.Trials.Take(20).Min(static trial => trial.Value), $"{result.Best}");
        Assert.Contains("Around the best: (", result.StrategyExplanation);
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("SQLite")]
    public void A_continued_study_has_the_same_trials(string kind)
    {
        using var place = new StoragePlace(kind);
        foreach (Strategy strategy in (Strategy[])[Strategy.Then(Strategy.Random(), 6, Strategy.Then(Strategy.AroundBest(0.2), 7, Strategy.Bayesian())), Strategy.GridOver(MixedConfig.Space.Activation, Strategy.Bayesian())])
        {
            StudyOptions options = new() { Name = $"{strategy}"[..4], Seed = 5, Strategy = strategy };
            foreach (int stopped in (int[])[3, 6, 9, 13, 17])
            {
                Study<MixedConfig> study = Study.Maximize<MixedConfig>(options with { Storage = place.Storage() });
                study.Run(
                    (config, trial) =>
                    {
                        if (trial.Number == stopped - 1)
                        {
                            study.RequestStop();
                        }

                        return Score(config);
                    },
                    20);
                Assert.Equal(stopped, study.Trials.Count);
            }

            Assert.Equal(Configs(options, 20), Configs(options with { Storage = place.Storage() }, 20));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Trials_are_the_same_for_any_number_of_workers(int workers)
    {
        foreach (Strategy strategy in (Strategy[])[
            Strategy.Then(Strategy.Random(), 6, Strategy.AroundBest(0.2, 2, new AroundOptions { Strategy = Strategy.Tpe() })),
            Strategy.GridOver([MixedConfig.Space.Activation, MixedConfig.Space.Augment], Strategy.Bayesian())])
        {
            StudyOptions options = new() { Seed = 5, Strategy = strategy, ReproducibleUpTo = 4 };
            Assert.Equal(Configs(options, 24), Configs(options with { Parallelism = workers }, 24));
        }
    }

    [Fact]
    public void Wrong_arguments_are_refused_with_their_range()
    {
        Assert.Contains("at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => Strategy.Then(Strategy.Random(), Zero, Strategy.Tpe())).Message);
        Assert.Throws<ArgumentNullException>(() => Strategy.Then(null!, 3, Strategy.Tpe()));
        Assert.Throws<ArgumentNullException>(() => Strategy.Then(Strategy.Tpe(), 3, null!));
        Study<ContinuousConfig> late = Study.Minimize<ContinuousConfig>(new StudyOptions { Strategy = Strategy.Then(Strategy.Random(), 5, Plain) });
        int runs = 0;
        Assert.Contains("needs a number of points", Assert.Throws<ArgumentException>(() => late.Run(_ => ++runs, 10)).Message);
        Assert.Equal(0, runs);
        Study<ContinuousConfig> first = Study.Minimize<ContinuousConfig>(new StudyOptions { Strategy = Strategy.AroundBest(0.1) });
        Assert.StartsWith("AroundBest needs trials before its own", Assert.Throws<ArgumentException>(() => first.Run(Loss, 3)).Message);
    }

    // Where the compiler sees them, it refuses these.
    private static int Zero => 0;

    private static Strategy Plain => Strategy.Grid();

    private static bool IsNear(ContinuousConfig one, ContinuousConfig other)
        => ContinuousConfig.Space.Parameters.All(parameter => Math.Abs(Place(one, parameter) - Place(other, parameter)) <= 0.1 + 1e-9);

    private static double Place(ContinuousConfig config, Parameter parameter)
    {
        double[] vector = new double[ContinuousConfig.Space.DimensionCount];
        ContinuousConfig.Space.Encode(config, vector);
        return parameter.Distribution.ToUnit(vector[parameter.Index]);
    }

    private static MixedConfig[] Configs(StudyOptions options, int trials) => [.. Study.Maximize<MixedConfig>(options).Run(Score, trials).Trials.Select(static trial => trial.Config)];

    private static double Loss(ContinuousConfig config) => Math.Pow((config.Linear - 2) / 10, 2) + Math.Pow((Math.Log10(config.Decades) + 2) / 4, 2) + Math.Pow(config.Bell - 0.4, 2);

    private static double Score(MixedConfig config)
        => config.Units - Math.Abs(Math.Log10(config.Rate) + 1) + (config.Activation == "gelu" ? 1 : 0) - (config.Augment ? Math.Abs(config.Rotation - 20) : 5) + config.Size.Length;
}
