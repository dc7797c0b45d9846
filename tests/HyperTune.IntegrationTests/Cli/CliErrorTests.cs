namespace HyperTune.IntegrationTests.Cli;

/// <summary>What the tool says when something is wrong, what it ends with, and what it deletes.</summary>
public sealed class CliErrorTests(CliJournals journals) : IClassFixture<CliJournals>
{
    private static readonly string[] Commands =
    [
        "list", "show", "best", "trials", "compare", "importance", "hints", "report", "dashboard", "export", "import", "create", "ask", "tell", "delete",
        "completion",
    ];

    [Fact]
    public async Task Every_command_explains_itself_with_examples()
    {
        CliRun root = await CliRun.SucceedAsync("--help");
        Assert.All(Commands, command => Assert.Contains($"\n  {command} ", root.Output, StringComparison.Ordinal));
        foreach (string[] command in (string[][])[.. Commands.Select(static command => (string[])[command]), ["export", "csv"], ["export", "json"], ["export", "tensorboard"], ["export", "optuna"]])
        {
            CliRun help = await CliRun.SucceedAsync([.. command, "--help"]);
            Assert.Contains($"Examples:\n    hypertune {command[0]} ", help.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_command_lines_end_with_2()
    {
        await CliRun.FailAsync(2, "Try: hypertune --help");
        await CliRun.FailAsync(2, "Try: hypertune show --help", "show");
        await CliRun.FailAsync(2, "--wrong", "show", journals.One, "only", "--wrong");
        await CliRun.FailAsync(2, "'xml'", "best", journals.One, "--format", "xml");
        await CliRun.FailAsync(2, "'finished'", "trials", journals.One, "--state", "finished");
        await CliRun.FailAsync(2, "--limit is 0; it must be at least 1.", "trials", journals.One, "--limit", "0");
        await CliRun.FailAsync(2, "cannot be sorted by 'speed'; by number, value.", "trials", journals.One, "--sort", "speed");
        await CliRun.FailAsync(2, "has 3 studies; name one: 'small', 'odd \\u001b[31m\\r\\nname', 'front'.", "show", journals.Several);
        await CliRun.FailAsync(2, "is the journal itself", "export", "csv", journals.One, "--output", journals.One);
    }

    [Fact]
    public async Task What_is_not_there_ends_with_1()
    {
        await CliRun.FailAsync(1, "There is no file '/no/such.journal'.", "show", "/no/such.journal");
        await CliRun.FailAsync(1, "is a directory", "show", Path.GetTempPath());
        await CliRun.FailAsync(1, "has no study 'smal'. Was 'small' meant?", "show", journals.Several, "smal");
        await CliRun.FailAsync(1, "has no studies", "show", journals.Write(""));
        await CliRun.FailAsync(1, "'@only'", "show", journals.One, "@only");
    }

    [Fact]
    public async Task Files_that_are_torn_damaged_or_foreign_are_said_to_be_so()
    {
        CliRun foreign = await CliRun.FailAsync(1, "line 1", "show", journals.Write("name,value\na,1\n"));
        Assert.Equal(1, foreign.Error.Count(static c => c == '\n'));
        string[] lines = File.ReadAllLines(journals.One);
        lines[12] = lines[12][..20];
        string damaged = journals.Write(string.Join('\n', lines) + "\n");
        foreach (string[] command in (string[][])[["list"], ["show"], ["best"], ["trials"], ["export", "json"]])
        {
            CliRun run = await CliRun.FailAsync(1, "line 13", [.. command, damaged]);
            Assert.Equal(1, run.Error.Count(static c => c == '\n'));
        }

        // What a killed process left behind is no damage, and somebody else's to clear away.
        string text = File.ReadAllText(journals.One);
        string torn = journals.Write(text[..^10]);
        Assert.Contains("0.0001 in trial 0", (await CliRun.SucceedAsync("show", torn)).Output, StringComparison.Ordinal);
        Assert.Equal(text[..^10], File.ReadAllText(torn));
    }

    [Fact]
    public async Task Delete_asks_first()
    {
        string journal = journals.Copy(journals.Several);
        foreach (string answer in new[] { "", "n\n", "\n", "maybe\n" })
        {
            CliRun kept = await CliRun.AnswerAsync(answer, "delete", journal, "small");
            Assert.Equal((1, "Nothing was deleted.\n"), (kept.ExitCode, kept.Error));
            Assert.StartsWith("Delete study 'small' from journal '", kept.Output, StringComparison.Ordinal);
            Assert.EndsWith("Trials: 6 (6 completed) [y/N] ", kept.Output, StringComparison.Ordinal);
        }

        Assert.Equal(3, (await new JournalStorage(journal).ListAsync()).Count);
        CliRun gone = await CliRun.AnswerAsync("y\n", "delete", journal, "small");
        Assert.Equal(0, gone.ExitCode);
        Assert.EndsWith("Study 'small' is deleted.\n", gone.Output, StringComparison.Ordinal);
        Assert.Equal([CliJournals.OddName, "front"], await new JournalStorage(journal).ListAsync());
        await CliRun.SucceedAsync("delete", journal, "front", "--yes");
        Assert.Equal([CliJournals.OddName], await new JournalStorage(journal).ListAsync());
        await CliRun.FailAsync(1, "has no study 'front'", "delete", journal, "front", "--yes");
    }
}
