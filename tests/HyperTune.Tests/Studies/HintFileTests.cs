using HyperTune.Text;

namespace HyperTune.Tests;

/// <summary>The file beside a journal in which a run hands its hints to the compiler.</summary>
public sealed class HintFileTests : IDisposable
{
    private const string Setting = "HyperTune.Hints";

    private readonly string _directory = Directory.CreateTempSubdirectory("hypertune").FullName;

    private string Journal => Path.Combine(_directory, "digest-test.journal");

    private string Digest => Journal + ".hints";

    public void Dispose()
    {
        AppContext.SetData(Setting, null);
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData("digest-test.journal")]
    [InlineData("other.journal;Digest-Test.Journal")]
    public async Task A_run_writes_the_digest_where_the_program_was_built_with_the_journal(string setting)
    {
        AppContext.SetData(Setting, setting);
        await RunAsync("a");
        string[] lines = File.ReadAllLines(Digest);
        Assert.Equal("hypertune-hints\t1", lines[0]);
        Assert.Equal($"study\ta\tHyperTune.Tests.TestConfig\t{TestConfig.Space.Fingerprint}\t30", lines[1]);
        Assert.Contains(lines, static line => line.StartsWith("default\tThe initializers scored ", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("value\tX\t", StringComparison.Ordinal));
        Assert.Equal($"end\t{lines.Length - 1}", lines[^1]);
        Assert.Equal(new[] { "digest-test.journal", "digest-test.journal.hints" }, Directory.EnumerateFiles(_directory).Select(Path.GetFileName).Where(static name => !name!.EndsWith(".lock", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("other.journal")]
    public async Task Without_its_name_nothing_is_written(string? setting)
    {
        AppContext.SetData(Setting, setting);
        await RunAsync("a");
        Assert.False(File.Exists(Digest));
    }

    [Fact]
    public async Task Studies_of_one_journal_share_the_digest_and_replace_only_their_own_lines()
    {
        AppContext.SetData(Setting, "digest-test.journal");
        await RunAsync("b");
        await RunAsync("a");
        string both = File.ReadAllText(Digest);
        await RunAsync("b", again: 40);
        string[] lines = File.ReadAllLines(Digest);
        Assert.Equal(["a", "b"], lines.Where(static line => line.StartsWith("study\t", StringComparison.Ordinal)).Select(static line => line.Split('\t')[1]));
        Assert.Contains("study\tb\tHyperTune.Tests.TestConfig\t" + TestConfig.Space.Fingerprint + "\t40", lines);
        Assert.Equal(both.Split("study\tb")[0], string.Concat(lines.TakeWhile(static line => !line.StartsWith("study\tb", StringComparison.Ordinal)).Select(static line => line + "\n")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hypertune-hints\t1\nstudy\tgone\tX\tf\t3\n")]
    [InlineData("\0\u0001\ud800<<<<<<< ours\n=======")]
    public async Task A_digest_that_is_not_whole_is_written_anew(string before)
    {
        AppContext.SetData(Setting, "digest-test.journal");
        File.WriteAllText(Digest, before);
        await RunAsync("a");
        Assert.StartsWith("hypertune-hints\t1\nstudy\ta\t", File.ReadAllText(Digest), StringComparison.Ordinal);
        Assert.DoesNotContain("gone", File.ReadAllText(Digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_cannot_be_written_fails_no_run_and_is_logged()
    {
        AppContext.SetData(Setting, "digest-test.journal");
        Directory.CreateDirectory(Digest);
        File.WriteAllText(Path.Combine(Digest, "in the way"), "");
        var logger = new RecordingLogger();
        await RunAsync("a", logger);
        Assert.Contains(logger.Lines, static line => line.Message.Contains("could not be written for the compiler", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(_directory, "*.tmp"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    [InlineData("line\r\nbreak \\ and \\t")]
    public void A_text_comes_back_from_its_line(string text)
    {
        string line = TabbedLine.Of("x", text, "y");
        Assert.Equal(2, line.Count(static c => c == '\t'));
        Assert.DoesNotContain('\n', line);
        Assert.Equal(["x", text, "y"], TabbedLine.Read(line)!);
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("a\\x")]
    public void A_line_of_somebody_else_is_none(string line) => Assert.Null(TabbedLine.Read(line));

    private async Task RunAsync(string name, RecordingLogger? logger = null, int again = 0)
    {
        var options = new StudyOptions { Name = name, Seed = 3, Storage = new JournalStorage(Journal), Strategy = Strategy.Random(), IsDeterministic = true };
        await using var study = new Study<TestConfig>(TestConfig.Space, OptimizationDirection.Minimize, logger is null ? options : options with { Logger = logger });
        study.Enqueue(new TestConfig());
        await study.RunAsync(static config => Task.FromResult(Math.Abs(config.X + 0.4) + config.Units), again > 0 ? again : 30);
    }
}
