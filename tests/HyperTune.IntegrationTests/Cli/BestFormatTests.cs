using System.Text;
using System.Text.Json;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>The forms of the config to use.</summary>
public sealed class BestFormatTests(CliJournals journals) : IClassFixture<CliJournals>
{
    [Fact]
    public async Task Text_names_the_trial_why_it_is_the_best_and_its_values()
    {
        CliRun run = await CliRun.SucceedAsync("best", journals.One);
        Assert.Equal("Trial 0 of study 'only': 0.0001", run.Lines[0]);
        Assert.StartsWith("Trial 0 has the best value", run.Lines[1], StringComparison.Ordinal);
        Assert.Equal(["  Rate              0.0001", "  Activation        tanh"], run.Lines[2..4]);
        Assert.StartsWith("Trial 7 of study 'only': ", (await CliRun.SucceedAsync("best", journals.One, "--trial", "7")).Output, StringComparison.Ordinal);
        await CliRun.FailAsync(1, "has no trial 40", "best", journals.One, "--trial", "40");
    }

    [Fact]
    public async Task CSharp_is_an_object_initializer()
    {
        CliRun run = await CliRun.SucceedAsync("best", journals.One, "--format", "csharp");
        Assert.Equal(
            """
            // Trial 0 of study 'only': 0.0001
            new()
            {
                Rate = 0.0001,
                Activation = "tanh",
                Augment = true,
                Rotation = 7.5,
                Layers = [
                    new()
                    {
                        Units = 32,
                    },
                    new()
                    {
                        Units = 16,
                    },
                ],
                Solver = new Adam
                {
                    Beta = 0.875,
                },
                Warmup = null,
            };

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task Json_is_what_the_type_reads()
    {
        CliRun run = await CliRun.SucceedAsync("best", journals.One, "--format", "json");
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(run.Output));
        ToolConfig read = ToolConfig.Space.ReadJson(ref reader);
        Assert.Equal(ToolConfig.Space.Format(Vector(CliJournals.Best)), ToolConfig.Space.Format(Vector(read)));

        // Also of a trial with the other case, and with the optional part.
        await using Study<ToolConfig> study = Study.Minimize<ToolConfig>(new StudyOptions { Name = "only", Storage = new JournalStorage(journals.One), Open = Open.ReadOnly });
        TrialRecord<ToolConfig> other = study.Trials.First(static trial => trial.Config is { Warmup: not null, Solver: ToolSolver.Sgd });
        run = await CliRun.SucceedAsync("best", journals.One, "--format", "json", "--trial", $"{other.Number}");
        reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(run.Output));
        Assert.Equal(ToolConfig.Space.Format(other.Vector.Span), ToolConfig.Space.Format(Vector(ToolConfig.Space.ReadJson(ref reader))));
    }

    [Fact]
    public async Task Settings_have_a_section_and_a_path_for_each_value()
    {
        JsonElement settings = JsonDocument.Parse((await CliRun.SucceedAsync("best", journals.One, "--format", "appsettings", "--section", "Training")).Output).RootElement;
        Assert.Equal(16, settings.GetProperty("Training").GetProperty("Layers")[1].GetProperty("Units").GetDouble());
        settings = JsonDocument.Parse((await CliRun.SucceedAsync("best", journals.One, "--format", "appsettings")).Output).RootElement;
        Assert.Equal("Adam", settings.GetProperty("only").GetProperty("Solver").GetProperty("$type").GetString());
        Assert.Equal(
            [
                "T__Rate=0.0001", "T__Activation=tanh", "T__Augment=true", "T__Rotation=7.5", "T__Layers__0__Units=32", "T__Layers__1__Units=16", "T__Solver__$type=Adam",
                "T__Solver__Beta=0.875",
            ],
            (await CliRun.SucceedAsync("best", journals.One, "--format", "env", "--section", "T")).Lines);
        Assert.Equal(
            "--Rate=0.0001 --Activation=tanh --Augment=true --Rotation=7.5 --Layers:0:Units=32 --Layers:1:Units=16 '--Solver:$type=Adam' --Solver:Beta=0.875\n",
            (await CliRun.SucceedAsync("best", journals.One, "--format", "args")).Output);
    }

    private static double[] Vector(ToolConfig config)
    {
        double[] vector = new double[ToolConfig.Space.DimensionCount];
        ToolConfig.Space.Encode(config, vector);
        return vector;
    }
}
