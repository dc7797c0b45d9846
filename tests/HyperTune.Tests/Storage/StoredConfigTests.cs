using System.Text;
using System.Text.Json;

namespace HyperTune.Tests;

/// <summary>Configs of a space with unions, lists, conditions and constraints, after a way through the journal.</summary>
public sealed class StoredConfigTests
{
    private const int Trials = 60;

    private readonly SimulatedMedium _medium = new();

    [Fact]
    public void Configs_of_every_kind_are_read_back_as_they_were_run()
    {
        var run = new List<string>();
        Study<StoredConfig> study = Open();
        study.Enqueue(new StoredConfig { Solver = new StoredSolver.Sgd(0.1, 0.9), Layers = [new StoredLayer(32, 0.25), new StoredLayer(16, 0.125)], Augment = true });
        study.Run(
            config =>
            {
                run.Add(Json(config));
                return config.Rate;
            },
            Trials);
        IReadOnlyList<TrialRecord<StoredConfig>> read = Open().Trials;
        Assert.Equal(run, read.Select(static trial => Json(trial.Config)));
        Assert.All(read, static trial => Assert.Empty(StoredConfig.Space.Validate(trial.Config)));

        // What is read has both cases of the union, lists of every length, and values that exist only sometimes.
        Assert.Equal(2, read.Select(static trial => trial.Config.Solver.GetType()).Distinct().Count());
        Assert.Equal([1, 2, 3], read.Select(static trial => trial.Config.Layers.Length).Distinct().Order());
        Assert.Equal([false, true], read.Select(static trial => trial.Config.Augment).Distinct().Order());
    }

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("bayesian")]
    public void A_study_of_such_a_space_goes_on_as_if_it_had_never_stopped(string strategy)
    {
        string[] unbroken = [.. Open(strategy, new SimulatedMedium()).Run(static config => config.Rate, 30).Trials.Select(static trial => Json(trial.Config))];
        foreach (int last in new[] { 11, 12, 30 })
        {
            Study<StoredConfig> study = Open(strategy);
            study.Run(
                (config, trial) =>
                {
                    if (trial.Number == last)
                    {
                        study.RequestStop();
                    }

                    return config.Rate;
                },
                30);
            Assert.Equal(Math.Min(last + 1, 30), study.Trials.Count);
        }

        Assert.Equal(unbroken, Open(strategy).Trials.Select(static trial => Json(trial.Config)));
    }

    private Study<StoredConfig> Open(string strategy = "random", SimulatedMedium? medium = null) => Study.Minimize<StoredConfig>(new StudyOptions
    {
        Seed = 5,
        Storage = new SimulatedStorage(medium ?? _medium),
        Strategy = strategy switch { "tpe" => Strategy.Tpe(), "bayesian" => Strategy.Bayesian(), _ => Strategy.Random() },
    });

    private static string Json(StoredConfig config)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            StoredConfig.Space.WriteJson(writer, config);
        }

        return Encoding.UTF8.GetString(content.ToArray());
    }
}
