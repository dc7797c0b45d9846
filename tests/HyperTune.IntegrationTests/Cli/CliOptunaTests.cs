using System.Globalization;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>The tool on journals that the real Optuna wrote.</summary>
public sealed class CliOptunaTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("theirs.journal");

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Trials_and_the_best_one_are_those_that_Optuna_shows()
    {
        await Python.RunAsync("create.py", Journal, "theirs");
        OptunaTrial[] theirs = [.. (await OptunaTrial.ReadAsync(Journal)).Where(static trial => trial.Study == "theirs")];
        OptunaTrial best = theirs.Where(static trial => trial.State == "COMPLETE").MaxBy(static trial => double.IsFinite(trial.Value!.Value) ? trial.Value : null)!;
        string[] shown = (await CliRun.SucceedAsync("show", Journal, "theirs")).Lines;
        Assert.Contains("Goal     maximize", shown);
        Assert.Contains($"Best     {Text(best.Value!.Value)} in trial {best.Number}", shown);
        Assert.Contains(shown, static line => line.StartsWith("  rate          Log-uniform in [1E-05, 0.1]", StringComparison.Ordinal));
        Assert.Contains(shown, static line => line.StartsWith("  units         Uniform in [16, 64] in steps of 16", StringComparison.Ordinal));
        string[] trials = (await CliRun.SucceedAsync("trials", Journal, "theirs")).Lines[1..];
        Assert.Equal(theirs.Length, trials.Length);
        foreach (OptunaTrial trial in theirs.Where(static trial => trial.Params.ContainsKey("rate") && trial.State != "WAITING"))
        {
            Assert.Contains($"rate = {Text(trial.Parameter("rate"))}", trials[trial.Number], StringComparison.Ordinal);
        }

        string environment = (await CliRun.SucceedAsync("best", Journal, "theirs", "--format", "env")).Output;
        Assert.Contains($"rate={Text(best.Parameter("rate"))}\n", environment, StringComparison.Ordinal);
        Assert.Contains("PARAMETER", (await CliRun.SucceedAsync("importance", Journal, "theirs")).Output, StringComparison.Ordinal);
    }

    [OptunaFact]
    public async Task Front_is_that_which_Optuna_shows()
    {
        await Python.RunAsync("create_front.py", Journal, "theirs");
        string[] front = (await Python.RunAsync("front.py", Journal, "theirs", "0.5", "1.5")).Split('\n')[0].Trim().Split(' ');
        string[] shown = (await CliRun.SucceedAsync("show", Journal)).Output.Split("\nFront:\n")[1].Split("\n\n")[0].Split('\n');
        Assert.Equal(front, shown[1..].Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
