namespace HyperTune.Tests;

/// <summary>Optional parts of configs, after a way through the journal.</summary>
public sealed class StoredOptionalPartTests
{
    private readonly SimulatedMedium _medium = new();

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("bayesian")]
    [InlineData("grid")]
    public void Parts_are_there_or_not_as_they_were_run(string strategy)
    {
        var run = new List<StoredTrainer>();
        Open(strategy).Run(
            config =>
            {
                run.Add(config);
                return Loss(config);
            },
            new Budget { Trials = 40 });
        Study<StoredTrainer> read = Open(strategy);
        Assert.Equal(run, read.Trials.Select(static trial => trial.Config));
        Assert.Equal([false, true], run.Select(static config => config.Warmup is null).Distinct().Order());
        Assert.Equal(["Direct", "none", "Stepwise"], run.Select(static config => config.Solver?.GetType().Name ?? "none").Distinct().Order());
        Assert.Equal(0.125, read.Best.Value!.Value, 1e-12);
    }

    [Fact]
    public void Journal_holds_presence_as_a_choice_of_two_words()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("study.jsonl");
        Study.Minimize<StoredTrainer>(new StudyOptions { Storage = new JournalStorage(path), Strategy = Strategy.Grid() }).Run(Loss, 40);
        string text = File.ReadAllText(path);
        Assert.Contains("""[\"absent\",\"present\"]""", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static double Loss(StoredTrainer config) => (config.Warmup is { } warmup ? Math.Abs(warmup.Epochs - 4) + 0.125 : 2) + (config.Solver is StoredTrainerSolver.Stepwise ? 0 : 1);

    private Study<StoredTrainer> Open(string strategy) => Study.Minimize<StoredTrainer>(new StudyOptions
    {
        Seed = 5,
        Storage = new SimulatedStorage(_medium),
        Strategy = strategy switch { "tpe" => Strategy.Tpe(), "bayesian" => Strategy.Bayesian(), "grid" => Strategy.Grid(), _ => Strategy.Random() },
    });
}
