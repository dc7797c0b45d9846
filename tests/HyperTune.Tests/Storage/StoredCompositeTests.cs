namespace HyperTune.Tests;

/// <summary>Orders, subsets and shares of configs, in studies and through journals.</summary>
public sealed class StoredCompositeTests
{
    private readonly SimulatedMedium _medium = new();

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("bayesian")]
    [InlineData("nsga2")]
    public void Configs_come_back_as_they_were_run(string strategy)
    {
        var run = new List<string>();
        Open(strategy).Run(
            config =>
            {
                run.Add(Text(config));
                Assert.Empty(ComposedConfig.Space.Validate(config));
                return Loss(config);
            },
            new Budget { Trials = 30 });
        Study<ComposedConfig> read = Open(strategy);
        Assert.Equal(run, read.Trials.Select(static trial => Text(trial.Config)));
        Assert.All(run, text => Assert.Contains("Order", text, StringComparison.Ordinal));
        Assert.Equal(Loss(read.Best.Config), read.Best.Value!.Value);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("sobol")]
    [InlineData("tpe")]
    [InlineData("bayesian")]
    [InlineData("nsga3")]
    public void Key_of_an_item_is_its_place(string strategy)
    {
        Study<ComposedConfig> study = Open(strategy);
        study.Run(Loss, 20);
        Assert.All(study.Trials, static trial =>
        {
            double[] keys = [.. ComposedConfig.Space.Order.Keys.Select(key => trial.Vector.Span[key.Index])];
            Assert.Equal(Enumerable.Range(0, 3).Select(item => (trial.Config.Order.IndexOf(item) + 0.5) / 3), keys);
        });
    }

    [Fact]
    public void Wanted_config_is_tried_as_it_is_and_an_impossible_one_refused()
    {
        Study<ComposedConfig> study = Open("random");
        ComposedConfig wanted = new() { Order = [1, 2, 0], Parts = ComposedParts.Both, Mix = [0.2, 0.3, 0.5] };
        study.Enqueue(wanted);
        study.Run(Loss, 1);
        Assert.Equal(Text(wanted), Text(study.Trials[0].Config));
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => study.Enqueue(wanted with { Order = [1, 1, 0] }));
        Assert.Contains("Order: 1 is there twice. Allowed: each of 0 to 2 once.", exception.Message, StringComparison.Ordinal);
        exception = Assert.ThrowsAny<ArgumentException>(() => study.Enqueue(wanted with { Parts = ComposedParts.None }));
        Assert.Contains("Parts: 0 members are not allowed. Allowed: 1 to 2.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_known_results_become_places()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("known.csv");
        await File.WriteAllTextAsync(path, "Order[0],Order[1],Order[2],Parts.Left,Parts.Right,Mix[0],Mix[1],value\n0.9,0.1,0.2,true,false,0.25,0.5,1\n");
        Study<ComposedConfig> study = Open("random");
        await study.AddCsvAsync(path);
        Assert.Equal("""{"Order":[1,2,0],"Parts":"Left","Mix":[0.5,0.25,0.25]}""", Text(study.Trials[0].Config));
        Assert.Equal([2.5 / 3, 0.5 / 3, 0.5], study.Trials[0].Vector.ToArray()[..3]);
    }

    [Fact]
    public void Importance_is_that_of_the_ordinary_parameters()
    {
        Study<ComposedConfig> study = Open("random");
        StudyResult<ComposedConfig> result = study.Run(static config => config.Parts.HasFlag(ComposedParts.Left) ? 1 : 0, 40);
        Assert.Equal("Parts.Left", result.Importance().MaxBy(static importance => importance.Value)!.Parameter.Name);
    }

    private static double Loss(ComposedConfig config) => config.Order.IndexOf(1) + (config.Parts.HasFlag(ComposedParts.Right) ? 1 : 0) + Math.Abs(config.Mix[1] - 0.5);

    private static string Text(ComposedConfig config)
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
        {
            ComposedConfig.Space.WriteJson(writer, config);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private Study<ComposedConfig> Open(string strategy) => Study.Minimize<ComposedConfig>(new StudyOptions
    {
        Seed = 5,
        Storage = new SimulatedStorage(_medium),
        Strategy = ConformanceStrategies.Of(strategy),
    });
}
