namespace HyperTune.Samples.Tests;

public class CommandLineTests
{
    [Fact]
    public void TryParse_nothing_givesTheDefaults()
    {
        CommandLine commandLine = Parse();

        Assert.Equal((60, 1L, Environment.ProcessorCount), (commandLine.Trials, commandLine.Seed, commandLine.Parallelism));
        Assert.False(commandLine.ShowsHelp);
    }

    [Fact]
    public void TryParse_allOptions_readsThem()
    {
        CommandLine commandLine = Parse("--seed", "-9223372036854775808", "--parallelism", "3", "--trials", "7");

        Assert.Equal((7, long.MinValue, 3), (commandLine.Trials, commandLine.Seed, commandLine.Parallelism));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void TryParse_help_asksForIt(string option) => Assert.True(Parse(option).ShowsHelp);

    [Theory]
    [InlineData("--trials takes an integer from 1 to 100000, but nothing follows it.", "--trials")]
    [InlineData("--trials takes an integer from 1 to 100000, not '0'.", "--trials", "0")]
    [InlineData("--trials takes an integer from 1 to 100000, not '-5'.", "--trials", "-5")]
    [InlineData("--trials takes an integer from 1 to 100000, not '100001'.", "--trials", "100001")]
    [InlineData("--trials takes an integer from 1 to 100000, not '99999999999999999999'.", "--trials", "99999999999999999999")]
    [InlineData("--trials takes an integer from 1 to 100000, not '--seed'.", "--trials", "--seed", "3")]
    [InlineData("--seed takes an integer from -9223372036854775808 to 9223372036854775807, not '1.5'.", "--trials", "5", "--seed", "1.5")]
    [InlineData("--parallelism takes an integer from 1 to 1024, not 'two'.", "--parallelism", "two", "--trials", "5")]
    [InlineData("'--trial' is no option; the options are --trials, --seed, --parallelism, --journal and --help.", "--trial", "5")]
    [InlineData("'60' is no option; the options are --trials, --seed, --parallelism, --journal and --help.", "60")]
    public void TryParse_wrongArgument_saysWhichAndWhatIsAllowed(string message, params string[] arguments)
    {
        Assert.False(CommandLine.TryParse(arguments, out _, out string? error));
        Assert.Equal(message, error);
    }

    private static CommandLine Parse(params string[] arguments)
    {
        Assert.True(CommandLine.TryParse(arguments, out CommandLine? commandLine, out string? error), error);
        return commandLine;
    }

    [Fact]
    public void TryParse_journal_isTheFileThatKeepsTheStudy()
    {
        Assert.True(CommandLine.TryParse(["--journal", "digits.journal"], out CommandLine? commandLine, out _));
        Assert.Equal("digits.journal", commandLine.Journal);
        Assert.False(CommandLine.TryParse(["--journal"], out _, out string? error));
        Assert.Equal("--journal takes the name of a file, but nothing follows it.", error);
    }

    // Otherwise the editor would say that the sample's study is one of an earlier space.
    [Fact]
    public void CommittedHints_areOfTheSpaceAsItIs()
    {
        string[] study = File.ReadAllLines(Path.Combine(SampleDirectory(), "digits.journal.hints"))[1].Split('\t');
        Assert.Equal(("study", "digits", typeof(DigitsConfig).FullName, DigitsConfig.Space.Fingerprint), (study[0], study[1], study[2], study[3]));
    }

    private static string SampleDirectory([System.Runtime.CompilerServices.CallerFilePath] string path = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../samples/Digits"));
}
