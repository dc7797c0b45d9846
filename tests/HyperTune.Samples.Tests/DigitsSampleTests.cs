using System.Text.RegularExpressions;

namespace HyperTune.Samples.Tests;

/// <summary>Runs the digits sample as a user does whose output goes to a file.</summary>
public partial class DigitsSampleTests
{
    [Fact]
    public async Task Run_threeTrials_endsWithTheSameConfigAndHoldOutAtAnyParallelism()
    {
        (int exitCode, string output, string error) = await Run("--trials", "3", "--seed", "5", "--parallelism", "2");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("Reading the hand-written digits ...", output, StringComparison.Ordinal);

        // Of trials that end at the same moment, one line may tell.
        Assert.InRange(TrialLine().Count(output), 1, 3);
        Assert.Matches(@"(?m)^3 of 3 trials, best observed \d+\.\d % \(trial \d\), \d+ s, 0 s left\r?$", output);
        Assert.Contains("new DigitsConfig", output, StringComparison.Ordinal);
        Assert.Matches(@"default config +\d+\.\d %   95% interval \d+\.\d % to \d+\.\d %   \d+ errors", output);
        Assert.Matches(@"best config +\d+\.\d %   95% interval \d+\.\d % to \d+\.\d %   \d+ errors", output);
        Assert.DoesNotContain('\u001b', output);

        (_, string serialOutput, _) = await Run("--trials", "3", "--seed", "5", "--parallelism", "1");
        Assert.Equal(3, TrialLine().Count(serialOutput));
        Assert.Equal(FromBestConfigOn(output), FromBestConfigOn(serialOutput));
    }

    [Fact]
    public async Task Run_wrongArgument_saysWhatIsAllowedAndFails()
    {
        (int exitCode, string output, string error) = await Run("--trials", "many");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("--trials takes an integer from 1 to 100000, not 'many'.", error, StringComparison.Ordinal);
        Assert.Contains("Usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_help_showsTheUsage()
    {
        (int exitCode, string output, string error) = await Run("--help");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("Usage:", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d of 3 trials, best observed \d+\.\d % \(trial \d\), \d+ s, \d+ s left\r?$", RegexOptions.Multiline)]
    private static partial Regex TrialLine();

    private static string FromBestConfigOn(string output)
    {
        int start = output.IndexOf("new DigitsConfig", StringComparison.Ordinal);
        Assert.NotEqual(-1, start);
        return output[start..];
    }

    private static Task<SampleRun> Run(params string[] arguments) => SampleRun.Start(typeof(DigitsConfig).Assembly, arguments);
}
