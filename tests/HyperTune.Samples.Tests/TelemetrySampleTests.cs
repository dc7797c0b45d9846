namespace HyperTune.Samples.Tests;

public class TelemetrySampleTests
{
    [Fact]
    public async Task Run_exportsTheActivitiesAndInstrumentsThatAreDocumented()
    {
        (int exitCode, string output, string error) = await SampleRun.Start(typeof(ValleyConfig).Assembly);

        Assert.Equal((0, ""), (exitCode, error));
        string[] documented =
        [
            "hypertune.study", "hypertune.trial", "hypertune.study.name: valley", "hypertune.study.strategy: Random", "hypertune.study.seed: 1",
            "hypertune.study.parallelism: 1", "hypertune.study.stop_reason: TrialBudgetSpent", "hypertune.trial.number: 3", "hypertune.trial.state: completed",
            "hypertune.trial.state: failed", "hypertune.trial.value: ", "hypertune.trials", "hypertune.trial.duration", "hypertune.trials.running",
            "System.ArithmeticException",
        ];
        Assert.All(documented, name => Assert.Contains(name, output, StringComparison.Ordinal));
        Assert.Contains("Study 'valley' has 4 trials: 3 completed, 1 failed.", output, StringComparison.Ordinal);
    }
}
