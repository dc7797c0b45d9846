using System.Text.Json;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>The commands that read, on journals of this version, of an earlier one, and of another program.</summary>
public sealed class CliTests(CliJournals journals) : IClassFixture<CliJournals>
{
    [Fact]
    public async Task List_shows_every_study()
    {
        CliRun run = await CliRun.SucceedAsync("list", journals.Several);
        Assert.Equal(4, run.Lines.Length);
        Assert.StartsWith("STUDY", run.Lines[0], StringComparison.Ordinal);
        Assert.Matches("^small +6 \\(6 completed\\) +maximize +5 in trial 5$", run.Lines[1]);
        Assert.Matches("^odd \\\\u001b\\[31m\\\\r\\\\nname +6 \\(6 completed\\) +maximize +5 in trial 5$", run.Lines[2]);
        Assert.Matches("^front +24 \\(24 completed\\) +Accuracy: maximize; Seconds: minimize; Memory: at most 3 +\\d+ in the front$", run.Lines[3]);
    }

    [Fact]
    public async Task Show_says_what_the_study_is_and_leaves_no_trace()
    {
        byte[] before = File.ReadAllBytes(journals.One);
        CliRun run = await CliRun.SucceedAsync("show", journals.One);
        Assert.Matches("^Study +only$", run.Lines[0]);
        Assert.Contains("40 (39 completed, 1 failed; 1 excluded)", run.Output, StringComparison.Ordinal);
        Assert.Contains("0.0001 in trial 0", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.Lines, static line => line.StartsWith("Seed", StringComparison.Ordinal) && line.EndsWith(" 9", StringComparison.Ordinal));
        Assert.Contains("  data  digits v2\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(ToolConfig.Space.Fingerprint, run.Output, StringComparison.Ordinal);
        foreach (Parameter parameter in ToolConfig.Space.Parameters)
        {
            string exists = parameter.Condition is { } condition ? $"{condition}" : "always";
            Assert.Contains(run.Lines, line => line.StartsWith($"  {parameter.Name} ", StringComparison.Ordinal) && line.EndsWith($" {exists}", StringComparison.Ordinal));
        }

        Assert.Equal(before, File.ReadAllBytes(journals.One));
        Assert.False(File.Exists(journals.One + ".lock") || Directory.Exists(journals.One + ".files"));
    }

    [Fact]
    public async Task Journals_of_an_earlier_version_and_of_another_program_are_shown()
    {
        CliRun old = await CliRun.SucceedAsync("show", journals.Copy(Path.Combine(Repository.Root, "tests/HyperTune.Tests/Storage/Old/version-0.1.journal")));
        Assert.Contains("25 (7 completed, 14 pruned, 2 failed, 1 running, 1 waiting)", old.Output, StringComparison.Ordinal);
        Assert.Matches("Momentum +Uniform in \\[0, 0.99\\] +Activation is tanh\n", old.Output);
        string theirs = journals.Write(
            """
            {"op_code": 0, "worker_id": "w", "study_name": "theirs", "directions": [2]}
            {"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2026-01-02T03:04:05.000000"}
            {"op_code": 5, "worker_id": "w", "trial_id": 0, "param_name": "lr", "param_value_internal": 0.25, "distribution": "{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, \"low\": 0.1, \"high\": 1.0, \"log\": true}}"}
            {"op_code": 6, "worker_id": "w", "trial_id": 0, "state": 1, "values": [0.75], "datetime_complete": "2026-01-02T03:04:06.000000"}

            """);
        CliRun foreign = await CliRun.SucceedAsync("show", theirs);
        Assert.Matches("Goal +maximize\nSeed +none\nTrials +1 \\(1 completed\\)\n", foreign.Output);
        Assert.Matches("Best +0.75 in trial 0\n", foreign.Output);
        Assert.Matches("lr +Log-uniform in \\[0.1, 1\\] +a trial has it\n", foreign.Output);
        Assert.Equal("lr=0.25\n", (await CliRun.SucceedAsync("best", theirs, "--format", "env")).Output);
    }

    [Fact]
    public async Task Trials_are_chosen_sorted_and_counted()
    {
        CliRun best = await CliRun.SucceedAsync("trials", journals.One, "only", "--state", "completed", "--sort", "value", "--limit", "3");
        Assert.Equal(4, best.Lines.Length);
        Assert.StartsWith("TRIAL  STATE", best.Lines[0], StringComparison.Ordinal);
        Assert.Matches("^0 +completed +0.0001 +[0-9.]+ +Rate = 0.0001, Activation = tanh, Augment = true, Rotation = 7.5, Layers.Count = 2, ", best.Lines[1]);
        double[] values = [.. best.Lines[1..].Select(static line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(values.Order(), values);
        CliRun failed = await CliRun.SucceedAsync("trials", journals.One, "--state", "failed");
        Assert.Matches("^3 +failed +[0-9.]* +Rate = .*: .*disk \\\\u001b\\[31m full$", Assert.Single(failed.Lines[1..]));
        CliRun byMetric = await CliRun.SucceedAsync("trials", journals.Several, "front", "--sort", "Seconds", "-n", "5");
        Assert.Equal(["0", "0", "1", "2", "2"], byMetric.Lines[1..].Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3]));
        Assert.Contains("excluded", (await CliRun.SucceedAsync("trials", journals.One)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_and_json_are_what_the_library_exports()
    {
        await using Study<ToolConfig> study = Study.Minimize<ToolConfig>(new StudyOptions { Name = "only", Storage = new JournalStorage(journals.One), Open = Open.ReadOnly });
        var table = new StringWriter();
        study.GetResult().WriteCsv(table);
        string csv = table.ToString().ReplaceLineEndings("\n");
        Assert.Equal(csv, (await CliRun.SucceedAsync("export", "csv", journals.One)).Output);
        Assert.Equal(csv, (await CliRun.SucceedAsync("trials", journals.One, "--format", "csv")).Output);
        string path = journals.Nothing(".csv");
        Assert.Equal("", (await CliRun.SucceedAsync("export", "csv", journals.One, "--output", path)).Output);
        Assert.Equal(csv, File.ReadAllText(path).ReplaceLineEndings("\n"));

        using var expected = new MemoryStream();
        using (var writer = new Utf8JsonWriter(expected))
        {
            study.GetResult().WriteJson(writer);
        }

        JsonElement typed = JsonDocument.Parse(expected.ToArray()).RootElement;
        JsonElement json = JsonDocument.Parse((await CliRun.SucceedAsync("export", "json", journals.One)).Output).RootElement;
        Assert.Equal("9", json.GetProperty("seed").GetString());
        Assert.Equal("digits v2", json.GetProperty("notes").GetProperty("data").GetString());
        Assert.False(json.TryGetProperty("strategy", out _));
        Assert.True(JsonElement.DeepEquals(typed.GetProperty("trials"), json.GetProperty("trials")));
        JsonElement listed = JsonDocument.Parse((await CliRun.SucceedAsync("trials", journals.One, "--format", "json")).Output).RootElement;
        Assert.True(JsonElement.DeepEquals(typed.GetProperty("trials"), listed));
    }

    [Fact]
    public async Task Several_metrics_have_columns_limits_and_records()
    {
        CliRun show = await CliRun.SucceedAsync("show", journals.Several, "front");
        Assert.Contains("\nFront:\n  TRIAL  Accuracy  Seconds  Memory\n", show.Output, StringComparison.Ordinal);
        CliRun csv = await CliRun.SucceedAsync("export", "csv", journals.Several, "front");
        Assert.StartsWith("number,state,Accuracy,Seconds,Memory,Note,in_front,violation,started_at,", csv.Output, StringComparison.Ordinal);
        CliRun refused = await CliRun.FailAsync(2, "a front of", "best", journals.Several, "front");
        string number = refused.Error.Split("--trial: ")[1].Split(',')[0];
        CliRun chosen = await CliRun.SucceedAsync("best", journals.Several, "front", "--trial", number);
        Assert.StartsWith($"Trial {number} of study 'front': Accuracy ", chosen.Output, StringComparison.Ordinal);
        Assert.Contains("PARAMETER", (await CliRun.SucceedAsync("importance", journals.Several, "front", "--metric", "Accuracy")).Output, StringComparison.Ordinal);
        await CliRun.FailAsync(1, "has no objective 'Memory'; it has: Accuracy, Seconds.", "importance", journals.Several, "front", "--metric", "Memory");
    }

    [Fact]
    public async Task Importance_is_shown_for_every_parameter()
    {
        CliRun run = await CliRun.SucceedAsync("importance", journals.One);
        Assert.Contains("of 38 trials", run.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  Rate ", run.Lines[2], StringComparison.Ordinal);
        Assert.Equal(ToolConfig.Space.DimensionCount + 2, run.Lines.Length);
    }

    [Fact]
    public async Task Compare_stands_side_by_side()
    {
        CliRun run = await CliRun.SucceedAsync("compare", journals.Several, "small", "front", CliJournals.OddName);
        Assert.Matches("^ +small +front +odd \\\\u001b\\[31m", run.Lines[0]);
        Assert.Matches("^Best +5 in trial 5 +\\d+ in the front +5 in trial 5$", run.Lines[3]);
        Assert.Contains(run.Lines, static line => line.StartsWith("Rate ", StringComparison.Ordinal));
        await CliRun.FailAsync(2, "--help", "compare", journals.Several, "small");
        await CliRun.FailAsync(1, "has no study 'large'", "compare", journals.Several, "small", "large");
    }

    [Fact]
    public async Task TensorBoard_gets_event_files_once()
    {
        string directory = journals.Nothing("");
        await CliRun.SucceedAsync("export", "tensorboard", journals.One, "--output", directory);
        Assert.NotEmpty(Directory.EnumerateFiles(directory, "*tfevents*", SearchOption.AllDirectories));
        await CliRun.FailAsync(1, "has event files already", "export", "tensorboard", journals.One, "--output", directory);
        await CliRun.FailAsync(2, "--output", "export", "tensorboard", journals.One);
    }

    [Fact]
    public async Task Nothing_in_a_journal_commands_the_terminal()
    {
        string[][] lines =
        [
            ["list", journals.Several],
            ["show", journals.Several, CliJournals.OddName],
            ["trials", journals.One],
            ["trials", journals.One, "--format", "csv"],
            ["trials", journals.One, "--format", "json"],
            ["export", "csv", journals.Several, "front"],
            ["export", "json", journals.Several, "front"],
            ["importance", journals.Several, CliJournals.OddName],
            ["hints", journals.Several, "front"],
            ["hints", journals.One, "--format", "json"],
            .. new[] { "text", "csharp", "json", "appsettings", "env", "args" }.Select(format => (string[])["best", journals.Several, CliJournals.OddName, "--format", format]),
        ];
        foreach (string[] line in lines)
        {
            CliRun run = await CliRun.SucceedAsync(line);
            Assert.False(run.Output.Any(static c => c != '\n' && char.IsControl(c)), $"{string.Join(' ', line)}: {run.Output}");
        }

        CliRun unknown = await CliRun.FailAsync(1, "has no study 'x\\u001b[31m'", "show", journals.One, "x\u001b[31m");
        Assert.DoesNotContain('\u001b', unknown.Error);
    }
}
