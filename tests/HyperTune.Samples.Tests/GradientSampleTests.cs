using System.Globalization;
using System.Text.RegularExpressions;

namespace HyperTune.Samples.Tests;

/// <summary>Runs the samples that tune by derivatives.</summary>
public partial class GradientSampleTests
{
    [Fact]
    public Task Hypergradient_isRightAndFindsBetterPenalties() => Verify(typeof(Hypergradient.PenaltyConfig), atMost: 0.17);

    [Fact]
    public Task ForwardMode_isRightAndFindsBetterSettings() => Verify(typeof(ForwardMode.TrainingConfig), atMost: 0.2);

    private static async Task Verify(Type config, double atMost)
    {
        (int exitCode, string output, string error) = await SampleRun.Start(config.Assembly);

        Assert.Equal((0, ""), (exitCode, error));
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(4, lines.Length);
        Assert.Matches(@"^Derivatives: off by 0\.\d{3} % from differences, at most$", lines[0]);
        double before = LossOf("By default", lines[1]);
        double tuned = LossOf("Tuned", lines[2]);
        Assert.True(tuned < before, $"{tuned} after {before}");
        Assert.InRange(tuned, 0, atMost);
        Assert.StartsWith($"{config.Name} {{ ", lines[3], StringComparison.Ordinal);
    }

    private static double LossOf(string what, string line)
    {
        Match match = ReportLine().Match(line);
        Assert.Equal(what, match.Groups["what"].Value);
        return double.Parse(match.Groups["loss"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<what>[A-Z][a-z ]+?) +validation loss (?<loss>\d\.\d{4}), hold-out error \d+\.\d %$")]
    private static partial Regex ReportLine();
}
