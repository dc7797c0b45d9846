using System.Text.RegularExpressions;

namespace HyperTune.Samples.Tests;

public class QuickStartSampleTests
{
    [Fact]
    public async Task Run_writesTheDefaultAndTheTunedConfig()
    {
        (int exitCode, string output, string error) = await SampleRun.Start(typeof(DescentConfig).Assembly);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches(new Regex(@"^By default: .+ from the minimum\r?\nTuned:      .+ with DescentConfig \{ LearningRate = .+ \}\r?\n$"), output);
    }
}
