using System.Text;

namespace HyperTune.IntegrationTests;

/// <summary>What trials of ours saved, as the real Optuna finds it.</summary>
public sealed class OptunaArtifactTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Optuna_lists_and_opens_the_artifacts_of_ended_trials()
    {
        var storage = new JournalStorage(_directory.File("shared.journal"));
        var study = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, new StudyOptions { Name = "saved", Seed = 3, Storage = storage });
        study.Run(
            static (config, trial) =>
            {
                trial.Checkpoint.Save(Bytes("half way"));
                trial.Artifacts.Save("notes é.txt", Bytes("first"));
                trial.Artifacts.Save("notes é.txt", Bytes($"notes of {trial.Number}"));
                trial.Artifacts.Save("model.bin", Bytes($"model {trial.Number}"));
                return trial.Number == 1 ? TrialOutcome.Pruned : config[0];
            },
            2);
        Assert.Equal(
            """
            [0, "COMPLETE", "model.bin", "application/octet-stream", "model 0"]
            [0, "COMPLETE", "notes \u00e9.txt", "text/plain", "notes of 0"]
            [1, "PRUNED", "model.bin", "application/octet-stream", "model 1"]
            [1, "PRUNED", "notes \u00e9.txt", "text/plain", "notes of 1"]
            """,
            (await Python.RunAsync("artifacts.py", storage.Path, "saved", $"{storage.Path}.files")).Trim());
        Assert.Equal(2, (await OptunaTrial.ReadAsync(storage.Path)).Length);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
