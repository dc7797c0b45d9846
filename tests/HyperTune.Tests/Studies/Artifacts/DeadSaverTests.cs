using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>Writers that die between any two bytes of the log, while their trials save: bytes and log agree when the study is over.</summary>
public sealed class DeadSaverTests
{
    // Records are hundreds of bytes long: so every one of them is cut in many places.
    private const int Stride = 19;

    [Fact]
    public async Task A_study_whose_writer_dies_anywhere_in_its_log_ends_like_an_unbroken_one()
    {
        var whole = new SimulatedMedium();
        Work(whole, new MemoryArtifactStore());
        string[] expected = [.. Open(whole, new MemoryArtifactStore()).Trials.Select(Describe)];
        Assert.Equal(["0 Completed 1 ", "1 Completed 0 model.txt (7 bytes)", "2 Completed 2 "], expected);
        int resumed = 0;
        for (int bytes = 0; bytes < whole.Length; bytes += Stride)
        {
            // Two deaths: somewhere in the study, and again while the next process goes on.
            var medium = new SimulatedMedium { BytesUntilCrash = bytes };
            var store = new MemoryArtifactStore();
            Assert.Throws<SimulatedMedium.CrashException>(() => Work(medium, store));
            medium.BytesUntilCrash = bytes % 997;
            _ = Record.Exception(() => Work(medium, store));
            medium.BytesUntilCrash = int.MaxValue;
            resumed += Work(medium, store);

            Study<double[]> study = Open(medium, store);
            Assert.Equal(expected, study.Trials.Select(Describe));
            Assert.Equal("model 1", await TextOf(study.Trials[1].Artifacts["model.txt"]));
            Assert.Equal("end", await TextOf(study.Trials[1].Checkpoint!));

            // What the dead left is gone once somebody saves again: the best trial's two, and the new one.
            await (await study.AskAsync()).Checkpoint.SaveAsync(Bytes("new"));
            Assert.Equal("model 1".Length + "end".Length + "new".Length, store.Length);
        }

        Assert.True(resumed > 0);
    }

    /// <returns>How many trials began with a checkpoint.</returns>
    private static int Work(SimulatedMedium medium, MemoryArtifactStore store)
    {
        int resumed = 0;
        Open(medium, store).Run(
            (_, trial) =>
            {
                resumed += trial.Checkpoint.Open() is null ? 0 : 1;
                trial.Checkpoint.Save(Bytes("half way"));
                trial.Artifacts.Save("model.txt", Bytes($"model {trial.Number}"));
                trial.Checkpoint.Save(Bytes("end"));
                return trial.Number switch { 0 => 1, 1 => 0, _ => 2 };
            },
            3);
        return resumed;
    }

    private static Study<double[]> Open(SimulatedMedium medium, MemoryArtifactStore store) => Studies.Minimize(Studies.Seeded with
    {
        Storage = new SimulatedStorage(medium),
        Artifacts = store,
        Keep = Keep.Best(1),
        TimeProvider = new ManualTime(),
        Sharing = new SharingOptions { WorkerId = "one" },
    });

    private static string Describe(TrialRecord<double[]> trial) => FormattableString.Invariant($"{trial.Number} {trial.State} {trial.Value} {string.Join(", ", trial.Artifacts)}");
}
