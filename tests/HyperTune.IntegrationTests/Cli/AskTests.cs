using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>Trials that are asked for and told on the command line, each call in a process of its own.</summary>
public sealed class AskTests : IDisposable
{
    private const string Space = """
        {
            "x": {"uniform": [0, 1]},
            "kind": {"choice": ["a", "b"], "default": "a"},
            "depth": {"uniform": [1, 4], "step": 1, "when": {"kind": "b"}},
            "rate": {"logUniform": [1e-4, 0.1], "default": 1e-3, "when": {"depth": {"atLeast": 2}}},
            "width": {"uniform": [16, 256], "step": 16, "default": 64},
            "inner": {"uniform": [16, 256], "step": 16, "notAbove": "width", "when": {"kind": ["a", "b"]}},
            "solver.beta": {"normal": [0.8, 0.1], "low": 0.5, "high": 1, "default": 0.8}
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("asked.journal");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("tpe")]
    [InlineData("random")]
    [InlineData("bayesian")]
    public async Task Suggestions_are_those_of_the_program_that_declares_the_type(string name)
    {
        Strategy strategy = name switch
        {
            "tpe" => Strategy.Tpe(),
            "random" => Strategy.Random(),
            _ => Strategy.Bayesian(),
        };
        await using (Study<ToolConfig> study = Open(Journal, strategy))
        {
            for (int i = 0; i < 12; i++)
            {
                Trial<ToolConfig> trial = study.Ask();
                study.Tell(trial, trial.Config.Rate + trial.Config.Layers.Length);
            }
        }

        string copy = _directory.File("copy.journal");
        File.Copy(Journal, copy);
        await using Study<ToolConfig> typed = Open(copy, strategy);
        for (int i = 0; i < 4; i++)
        {
            Trial<ToolConfig> expected = typed.Ask();
            JsonNode asked = await AnswerAsync("ask", Journal, "tool", "--strategy", name);
            Assert.Equal(expected.Number, asked["trial"]!.GetValue<int>());
            Assert.Equal(Json(expected.Config), asked["config"]!.ToJsonString());
            double value = i * 0.1;
            typed.Tell(expected, value);
            Assert.Equal("completed", (await AnswerAsync("tell", Journal, "tool", "--trial", $"{expected.Number}", "--value", value.ToString(CultureInfo.InvariantCulture)))["state"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_created_study_can_be_asked_and_its_conditions_hold()
    {
        await CreateAsync("--direction", "minimize", "--strategy", "random", "--seed", "4");
        for (int i = 0; i < 8; i++)
        {
            JsonNode config = (await AnswerAsync("ask", Journal, "s"))["config"]!;
            bool isDeep = config["kind"]!.GetValue<string>() == "b";
            Assert.Equal(isDeep, config["depth"] is not null);
            Assert.Equal(isDeep && config["depth"]!.GetValue<double>() >= 2, config["rate"] is not null);
            Assert.True(config["inner"]!.GetValue<double>() <= config["width"]!.GetValue<double>());
            Assert.InRange(config["solver"]!["beta"]!.GetValue<double>(), 0.5, 1);
        }

        CliRun show = await CliRun.SucceedAsync("show", Journal);
        Assert.Contains("8 (8 running)", show.Output, StringComparison.Ordinal);
        Assert.Contains("hypertune:strategy  random\n", show.Output, StringComparison.Ordinal);
        await CliRun.FailAsync(2, "goes by 'random', as its note 'hypertune:strategy' says, and --strategy says 'tpe'.", "ask", Journal, "s", "--strategy", "tpe");
        await CliRun.FailAsync(1, "Study 's' is in journal", "create", Journal, "s", "--direction", "minimize", "--space", _directory.File("space.json"));
    }

    [Fact]
    public async Task First_trial_is_the_default_where_the_strategy_begins_with_it()
    {
        await CreateAsync("--direction", "maximize", "--strategy", "bayesian");
        JsonNode config = (await AnswerAsync("ask", Journal, "s"))["config"]!;
        Assert.Equal("""{"x":0.5,"kind":"a","width":64,"inner":64,"solver":{"beta":0.8}}""", config.ToJsonString());
    }

    [Fact]
    public async Task Processes_that_ask_at_the_same_time_get_different_trials()
    {
        await CreateAsync("--direction", "minimize");
        JsonNode[] asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AnswerAsync("ask", Journal, "s", "--strategy", "auto")));
        Assert.Equal(Enumerable.Range(0, 6), asked.Select(static answer => answer["trial"]!.GetValue<int>()).Order());
        Assert.Equal(6, asked.Select(static answer => answer["config"]!.ToJsonString()).Distinct().Count());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => CliRun.SucceedAsync("tell", Journal, "s", "--trial", $"{i}", "--value", $"{i}")));
        Assert.Contains("6 (6 completed)", (await CliRun.SucceedAsync("show", Journal)).Output, StringComparison.Ordinal);
        await CliRun.FailAsync(1, "Trial 3 of study 's' is completed and was told before", "tell", Journal, "s", "--trial", "3", "--value", "1");
    }

    [Fact]
    public async Task Outcomes_are_values_metrics_failures_and_pruned_trials()
    {
        await CreateAsync("--metric", "Accuracy=maximize", "--metric", "Seconds=minimize", "--strategy", "random");
        for (int i = 0; i < 5; i++)
        {
            await AnswerAsync("ask", Journal, "s");
        }

        await CliRun.SucceedAsync("tell", Journal, "s", "--trial", "0", "--values", """{"Accuracy": 0.5, "Seconds": 3}""");
        Assert.Equal(0, (await CliRun.AnswerAsync("""{"Seconds": 2, "Accuracy": 0.25}""", "tell", Journal, "s", "--trial", "1", "--values", "-")).ExitCode);
        await CliRun.SucceedAsync("tell", Journal, "s", "--trial", "2", "--failed", "disk \u001b full");
        await CliRun.SucceedAsync("tell", Journal, "s", "--trial", "3", "--pruned");
        await CliRun.SucceedAsync("tell", Journal, "s", "--trial", "4", "--infeasible", "too large");
        await CliRun.FailAsync(1, "No value of 'Seconds' is given; a trial of study 's' ends with: Accuracy, Seconds.", "tell", Journal, "s", "--trial", "0", "--values", """{"Accuracy": 1}""");
        await CliRun.FailAsync(1, "'Cost' is no metric", "tell", Journal, "s", "--trial", "0", "--values", """{"Accuracy": 1, "Seconds": 2, "Cost": 3}""");
        await CliRun.FailAsync(1, "has no trial 9; it has 5", "tell", Journal, "s", "--trial", "9", "--pruned");
        await CliRun.FailAsync(2, "exactly one of", "tell", Journal, "s", "--trial", "0");
        string trials = (await CliRun.SucceedAsync("trials", Journal, "s")).Output;
        Assert.Matches("\n0 +completed +0.5 +3 ", trials);
        Assert.Matches("\n2 +failed .*disk \\\\u001b full", trials);
        Assert.Matches("\n3 +pruned ", trials);
        Assert.Contains("2 trials are in the front", (await CliRun.SucceedAsync("show", Journal)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_judged_by_the_pruner_of_the_study()
    {
        await CreateAsync("--direction", "minimize", "--strategy", "random", "--pruner", "median");
        for (int i = 0; i < 7; i++)
        {
            int trial = (await AnswerAsync("ask", Journal, "s"))["trial"]!.GetValue<int>();
            bool isPruned = (await AnswerAsync("report", Journal, "s", "--trial", $"{trial}", "--step", "0", "--value", $"{i}"))["prune"]!.GetValue<bool>();
            Assert.Equal(i > 4, isPruned);
            await CliRun.SucceedAsync(["tell", Journal, "s", "--trial", $"{trial}", .. isPruned ? (string[])["--pruned"] : ["--value", $"{i}"]]);
        }

        await CliRun.FailAsync(1, "Trial 0 of study 's' does not run: completed.", "report", Journal, "s", "--trial", "0", "--step", "1", "--value", "1");
        await CliRun.FailAsync(2, "--step is -1; it must be at least 0.", "report", Journal, "s", "--trial", "0", "--step", "-1", "--value", "1");
    }

    [Fact]
    public async Task Constraints_are_said_to_be_unknown()
    {
        var options = new StudyOptions { Name = "tight", Storage = new JournalStorage(Journal), Strategy = Strategy.Random(), Seed = 1 };
        await using (Study<ConstrainedConfig> study = Study.Minimize<ConstrainedConfig>(options))
        {
            study.Run(static config => config.X, 2);
        }

        await CliRun.FailAsync(1, "has constraints, which are code of its config type", "ask", Journal, "tight");
        await AnswerAsync("ask", Journal, "tight", "--ignore-constraints");
    }

    [Fact]
    public async Task Spaces_that_make_no_sense_are_refused_by_the_parameters_name()
    {
        (string Space, string Message)[] wrong =
        [
            ("[]", "must be a JSON object"),
            ("{", "is no JSON"),
            ("""{"x": {"uniform": [1, 0]}}""", "Parameter 'x' of the space: "),
            ("""{"x": {"uniforn": [0, 1]}}""", "'uniforn' is not known; there are: uniform, logUniform"),
            ("""{"x": {"uniform": [0]}}""", "must be an array of two numbers"),
            ("""{"x": {"step": 2}}""", "exactly one of uniform, logUniform"),
            ("""{"x": {"uniform": [0, 1], "default": 2}}""", "the default 2 is not allowed"),
            ("""{"x": {"uniform": [0, 1], "when": {"y": 1}}}""", "there is no parameter 'y' before it"),
            ("""{"k": {"choice": ["a"]}, "x": {"uniform": [0, 1], "when": {"k": "b"}}}""", "'k' is never \"b\""),
            ("""{"k": {"choice": ["a"]}, "x": {"uniform": [0, 1], "notAbove": "k"}}""", "cannot be an end of a range"),
            ("""{"k\u001b": {"choice": []}}""", "Parameter 'k\\u001b' of the space: "),
        ];
        foreach ((string space, string message) in wrong)
        {
            CliRun run = await CliRun.AnswerAsync(space, "create", Journal, "s", "--direction", "minimize", "--space", "-");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
            Assert.Equal(1, run.Error.Count(static c => c == '\n'));
        }

        Assert.False(File.Exists(Journal));
    }

    [OptunaFact]
    public async Task A_script_of_another_language_tunes_and_Optuna_reads_what_it_did()
    {
        await CreateAsync("--direction", "minimize", "--strategy", "bayesian", "--pruner", "median", "--seed", "1");
        await Python.RunAsync("../Cli/loop.py", Journal, "s", "16", "dotnet", CliRun.Assembly);
        OptunaTrial[] trials = await OptunaTrial.ReadAsync(Journal);
        Assert.Equal(16, trials.Length);
        Assert.All(trials, static trial => Assert.Contains(trial.State, (string[])["COMPLETE", "PRUNED"]));
        OptunaTrial best = trials.Where(static trial => trial.State == "COMPLETE").MinBy(static trial => trial.Value)!;
        Assert.Equal("b", best.Params["kind"]);
        Assert.True(best.Value < 0.02, $"{best.Value}");
    }

    [OptunaFact]
    public async Task Studies_of_Optuna_are_asked_for_what_their_trials_have()
    {
        await Python.RunAsync("create.py", Journal, "theirs");
        int before = (await OptunaTrial.ReadAsync(Journal)).Count(static trial => trial.Study == "theirs");
        JsonNode asked = await AnswerAsync("ask", Journal, "theirs", "--strategy", "random");
        Assert.NotNull(asked["config"]!["rate"] ?? asked["config"]!["units"]);
        await CliRun.SucceedAsync("tell", Journal, "theirs", "--trial", $"{asked["trial"]}", "--value", "0.5");
        OptunaTrial[] after = [.. (await OptunaTrial.ReadAsync(Journal)).Where(static trial => trial.Study == "theirs")];
        Assert.InRange(after.Length, before, before + 1);
        Assert.Equal("COMPLETE", after[asked["trial"]!.GetValue<int>()].State);
    }

    private static Study<ToolConfig> Open(string journal, Strategy strategy)
        => Study.Minimize<ToolConfig>(new StudyOptions { Name = "tool", Storage = new JournalStorage(journal), Strategy = strategy, Seed = 11 });

    private static string Json(ToolConfig config)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            ToolConfig.Space.WriteJson(writer, config);
        }

        return JsonNode.Parse(content.ToArray())!.ToJsonString();
    }

    private static async Task<JsonNode> AnswerAsync(params string[] arguments) => JsonNode.Parse(Assert.Single((await CliRun.SucceedAsync(arguments)).Lines))!;

    private Task CreateAsync(params string[] options)
    {
        string space = _directory.Write("space.json", Space);
        return CliRun.SucceedAsync(["create", Journal, "s", "--space", space, .. options]);
    }
}
