using System.Text.Json;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>What the tool says that a study found out, and what it writes of it for the compiler.</summary>
public sealed class HintsCommandTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("tool.journal");

    private string Digest => Journal + ".hints";

    public async Task InitializeAsync()
    {
        await using Study<ToolConfig> study = Study.Minimize<ToolConfig>(
            new StudyOptions { Name = "rates", Seed = 9, Storage = new JournalStorage(Journal), Strategy = Strategy.Random(), IsDeterministic = true });
        study.Enqueue(new ToolConfig());
        study.Run(static config => Math.Log10(config.Rate), 300);
    }

    public Task DisposeAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Hints_are_shown_as_text_and_as_json()
    {
        CliRun text = await CliRun.SucceedAsync("hints", Journal);
        Assert.Contains("have Rate within 3.3 % of its lower bound 0.0001: the optimum may lie beyond.\n    [LogUniform(1E-05, 0.1)]    // Rate\n  Trials ", text.Output, StringComparison.Ordinal);
        JsonElement[] json = [.. JsonDocument.Parse((await CliRun.SucceedAsync("hints", Journal, "rates", "--format", "json")).Output).RootElement.EnumerateArray()];
        JsonElement bound = json.Single(static hint => hint.GetProperty("kind").GetString() == "BindingBound");
        Assert.Equal("Rate", bound.GetProperty("parameter").GetString());
        Assert.Equal("[LogUniform(1E-05, 0.1)]    // Rate", bound.GetProperty("change").GetString());
        Assert.NotEmpty(bound.GetProperty("trials").EnumerateArray());
        Assert.All(json, hint => Assert.Contains(hint.GetProperty("text").GetString()!, text.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hints_are_those_that_the_program_sees_but_for_what_takes_the_config_type()
    {
        await using Study<ToolConfig> study = Study.Minimize<ToolConfig>(new StudyOptions { Name = "rates", Storage = new JournalStorage(Journal), Open = Open.ReadOnly, IsDeterministic = true });
        CliRun text = await CliRun.SucceedAsync("hints", Journal);
        foreach (StudyHint hint in study.GetResult().Hints())
        {
            // A journal does not keep that the objective has no noise.
            bool isToldByTrials = hint.Kind is StudyHintKind.BindingBound or StudyHintKind.UnimportantParameter or StudyHintKind.BetterDefault;
            Assert.True(text.Output.Contains(hint.Text, StringComparison.Ordinal) || !isToldByTrials, $"{hint} is missing in:\n{text.Output}");
        }

        Assert.Contains("The initializers scored -3, the best -3.9", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_trials_are_said_to_be_few()
    {
        string few = _directory.File("few.journal");
        await using (Study<ToolConfig> study = Study.Minimize<ToolConfig>(new StudyOptions { Name = "few", Storage = new JournalStorage(few), Strategy = Strategy.Random() }))
        {
            study.Run(static config => config.Rate, 3);
        }

        Assert.Equal("No hints: they take 20 completed trials, and there are 3.\n", (await CliRun.SucceedAsync("hints", few)).Output);
        Assert.Equal("[]\n", (await CliRun.SucceedAsync("hints", few, "--format", "json")).Output);
    }

    [Fact]
    public async Task A_digest_needs_the_type_once()
    {
        byte[] before = await File.ReadAllBytesAsync(Journal);
        await CliRun.FailAsync(2, "by --type", "hints", Journal, "--digest");
        Assert.Equal($"Wrote {Digest}\n", (await CliRun.SucceedAsync("hints", Journal, "--digest", "--type", "App.ToolConfig")).Output);
        string[] lines = await File.ReadAllLinesAsync(Digest);
        Assert.Equal("hypertune-hints\t1", lines[0]);
        Assert.Equal($"study\trates\tApp.ToolConfig\t{ToolConfig.Space.Fingerprint}\t300", lines[1]);
        Assert.Contains(lines, static line => line.StartsWith("bound\tRate\tlower\t1E-05\t", StringComparison.Ordinal));
        Assert.Equal($"end\t{lines.Length - 1}", lines[^1]);
        await CliRun.SucceedAsync("hints", Journal, "--digest");
        Assert.Equal(lines, await File.ReadAllLinesAsync(Digest));
        Assert.Equal(before, await File.ReadAllBytesAsync(Journal));
    }
}
