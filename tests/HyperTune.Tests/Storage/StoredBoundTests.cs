namespace HyperTune.Tests;

/// <summary>Ranges that end at other values, in studies and through journals.</summary>
public sealed class StoredBoundTests
{
    private readonly SimulatedMedium _medium = new();

    public static TheoryData<string> Strategies { get; } = [.. ConformanceStrategies.Independent];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Every_trial_keeps_to_the_bounds_and_comes_back_as_it_was_run(string strategy)
    {
        var run = new List<BoundedConfig>();
        Open(strategy).Run(
            config =>
            {
                run.Add(config);
                Assert.Empty(BoundedConfig.Space.Validate(config));
                Assert.True(config.Heads <= config.Layers && config.High >= config.Low && (config.Heads < 3 || config.Rate <= config.High));
                return Loss(config);
            },
            40);
        Study<BoundedConfig> read = Open(strategy);
        Assert.Equal(run, read.Trials.Select(static trial => trial.Config));
        Assert.True(run.Select(static config => config.Heads).Distinct().Count() > 1);
    }

    [Fact]
    public void Wanted_config_beyond_a_bound_is_refused()
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Open("random").Enqueue(new BoundedConfig { Layers = 2, Heads = 5 }));
        Assert.Contains("Heads: 5 is not allowed beside Layers = 2. Allowed: Uniform in [1, 64] in steps of 1, not above Layers.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_results_beyond_a_bound_are_refused()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("known.csv");
        await File.WriteAllTextAsync(path, "Layers,Heads,Low,High,Rate,value\n4,2,0.1,0.2,,1\n2,5,0.1,0.2,0.1,1\n");
        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => Open("random").AddCsvAsync(path));
        Assert.Contains("Line 3: Heads is '5'. Allowed: Uniform in [1, 64] in steps of 1, not above Layers.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_finds_an_optimum_on_the_bound()
    {
        StudyResult<BoundedConfig> result = Open("bayesian").Run(static config => Math.Abs(config.Heads - 8) + Math.Abs(config.Layers - 8), 60);
        Assert.Equal((8, 8), (result.Best.Config.Layers, result.Best.Config.Heads));
    }

    [Fact]
    public void Space_says_in_the_journal_what_bounds_it_and_others_see_the_values_themselves()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("study.jsonl");
        Study<BoundedConfig> study = Study.Minimize<BoundedConfig>(new StudyOptions { Storage = new JournalStorage(path), Strategy = Strategy.Random() });
        study.Run(Loss, 5);
        string text = File.ReadAllText(path);
        Assert.Contains("<=Layers", System.Text.RegularExpressions.Regex.Unescape(text), StringComparison.Ordinal);
        Assert.All(study.Trials, static trial => Assert.Equal(trial.Config.Heads, trial.Vector.Span[BoundedConfig.Space.Heads.Index]));
    }

    [Fact]
    public void Open_values_are_filled_within_the_bounds_of_wanted_ones()
    {
        SearchSpace space = BoundedConfig.Space;
        var random = new RandomStream(4);
        double[] drawn = new double[space.DimensionCount];
        for (ulong i = 0; i < 300; i++)
        {
            space.SampleVector(ref random, drawn);
            double[] wanted = [.. Enumerable.Repeat(double.NaN, drawn.Length)];
            Parameter fixedParameter = i % 2 == 0 ? BoundedConfig.Space.Layers : BoundedConfig.Space.Heads;
            wanted[fixedParameter.Index] = fixedParameter.Distribution.FromUnit(i / 3000.0);
            double[] filled = OpenValues.Fill(space, wanted, drawn, seed: i);
            Assert.True(space.Contains(filled), string.Join(", ", filled));
            Assert.Equal(wanted[fixedParameter.Index], filled[fixedParameter.Index]);
        }
    }

    private static double Loss(BoundedConfig config) => Math.Abs(config.Heads - 3) + Math.Abs(config.High - 0.3) + config.Low + (config.Heads >= 3 ? Math.Abs(config.Rate - 0.1) : 0.5);

    private Study<BoundedConfig> Open(string strategy) => Study.Minimize<BoundedConfig>(new StudyOptions
    {
        Seed = 5,
        Storage = new SimulatedStorage(_medium),
        Strategy = ConformanceStrategies.Of(strategy),
    });
}
