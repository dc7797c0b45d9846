using System.Text.RegularExpressions;

namespace HyperTune.Samples.Tests;

public class CompressionSampleTests
{
    [Fact]
    public async Task Run_printsTheFrontFromFastToSmall()
    {
        (int exitCode, string output, string error) = await SampleRun.Start(typeof(BrotliConfig).Assembly);

        Assert.Equal((0, ""), (exitCode, error));
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Matches(@"^Compressing 1,048,576 bytes in 60 ways out of 180 \.\.\.$", lines[0]);
        (double Ratio, double Speed)[] front = [.. lines.Skip(2).SkipLast(2).Select(static line => Regex.Split(line, " +")).Select(static cells => (double.Parse(cells[2]), double.Parse(cells[3])))];
        Assert.InRange(front.Length, 3, 60);
        Assert.Equal(front.OrderBy(static row => row.Ratio).ThenByDescending(static row => row.Speed), front);
        Assert.Equal(front.OrderByDescending(static row => row.Speed).Select(static row => row.Speed), front.Select(static row => row.Speed));
        Assert.StartsWith("A good compromise: BrotliConfig { Quality = ", lines[^2], StringComparison.Ordinal);
        Assert.StartsWith("The best ratio at 50 MB/s and more: BrotliConfig { Quality = ", lines[^1], StringComparison.Ordinal);
    }
}
