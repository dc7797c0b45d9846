using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>A trial that is run again goes on where its former attempt saved last, over every storage.</summary>
public sealed class CheckpointTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task The_process_that_runs_a_dead_ones_trial_finds_the_newest_checkpoint(string kind)
    {
        using var place = new ArtifactPlace(kind);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            Trial<double[]> trial = await place.OpenInDyingProcess().AskAsync();
            Assert.Equal(0, trial.Number);
            Assert.Equal(attempt == 0 ? null : $"epoch {attempt}b", await TextOf(trial.Checkpoint));
            await trial.Checkpoint.SaveAsync(Bytes($"epoch {attempt + 1}a"));
            await trial.Checkpoint.SaveAsync(Bytes($"epoch {attempt + 1}b"));
            await trial.Artifacts.SaveAsync("log.txt", Bytes($"attempt {attempt}"));
            string directory = trial.Directory;
            Assert.Equal(attempt, Directory.GetFiles(directory).Length);
            File.WriteAllText(Path.Combine(directory, $"{attempt}.txt"), "");
        }

        // The checkpoint, the artifact and the directory, each once.
        Assert.Equal(3, place.Entries.Length);
        Study<double[]> last = place.Open();
        Trial<double[]> again = await last.AskAsync();
        Assert.Equal("epoch 3b", await TextOf(again.Checkpoint));
        Assert.Equal("attempt 2", await TextOf(again.Artifacts.Saved["log.txt"]));
        Assert.Equal(1, (await last.AskAsync()).Number);
        Assert.Null(await (await last.AskAsync()).Checkpoint.OpenAsync());
        await last.TellAsync(again, 1);
        Assert.Equal("epoch 3b", await TextOf(place.Open().Trials[0].Checkpoint!));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_cancelled_run_goes_on_from_its_checkpoints(string kind)
    {
        using var place = new ArtifactPlace(kind);
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => place.Open().RunAsync(
            async (_, trial, token) =>
            {
                await trial.Checkpoint.SaveAsync(Bytes($"of {trial.Number}"), token);
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
                return 1;
            },
            2,
            cancellation.Token));
        var found = new List<string?>();
        await place.Open().RunAsync(
            async (_, trial, token) =>
            {
                found.Add(await TextOf(trial.Checkpoint));
                return 1;
            },
            2);
        Assert.Equal(["of 0", null], found);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_process_that_goes_on_with_a_trial_of_another_finds_its_checkpoint(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Trial<double[]> trial = await place.Open().AskAsync();
        await trial.Checkpoint.SaveAsync(Bytes("half way"));
        await trial.DetachAsync();
        Study<double[]> second = place.Open();
        Trial<double[]> resumed = await second.ResumeAsync(trial.Number);
        Assert.Equal("half way", await TextOf(resumed.Checkpoint));
        await resumed.Checkpoint.SaveAsync(Bytes("nearly there"));
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await trial.Checkpoint.SaveAsync(Bytes("late")));
        Assert.Contains("is not run by this process any more", exception.Message, StringComparison.Ordinal);
        await second.TellAsync(trial.Number, 1);
        Assert.Equal("nearly there", await TextOf(place.Open().Trials[0].Checkpoint!));
        Assert.Single(place.Entries);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_copy_of_a_study_has_nothing_of_what_its_trials_saved_and_takes_nothing_from_them(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Study<double[]> study = place.Open();
        Trial<double[]> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("model.zip", Bytes("the model"));
        await trial.Checkpoint.SaveAsync(Bytes("half way"));
        await study.TellAsync(trial, 1);
        StudyStorage storage = place.Place.Storage();
        await storage.CopyAsync("test", "copy");
        Study<double[]> copy = place.Open(static options => options with { Name = "copy", Keep = Keep.Best(1) });
        Assert.Empty(copy.Trials[0].Artifacts);
        Assert.Null(copy.Trials[0].Checkpoint);
        Trial<double[]> better = await copy.AskAsync();
        await better.Checkpoint.SaveAsync(Bytes("end"));
        await copy.TellAsync(better, 0.5);
        await storage.DeleteAsync("copy");
        Assert.Equal("the model", await TextOf(place.Open().Trials[0].Artifacts["model.zip"]));
        Assert.Equal("half way", await TextOf(place.Open().Trials[0].Checkpoint!));
    }

    [Fact]
    public async Task Four_processes_keep_the_checkpoints_of_their_trials_apart()
    {
        using var place = new ArtifactPlace("journal");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.Open(static options => options with { Parallelism = 2 }).RunAsync(
            static async (_, trial, token) =>
            {
                for (int epoch = 0; epoch < 4; epoch++)
                {
                    await trial.Checkpoint.SaveAsync(Bytes($"trial {trial.Number}, epoch {epoch}"), token);
                    Assert.Equal($"trial {trial.Number}, epoch {epoch}", await TextOf(trial.Checkpoint));
                }

                await trial.Artifacts.SaveAsync("done.txt", Bytes($"trial {trial.Number}"), token);
                return 1;
            },
            24))));
        IReadOnlyList<TrialRecord<double[]>> trials = place.Open().Trials;
        Assert.Equal(24, trials.Count);
        foreach (TrialRecord<double[]> trial in trials)
        {
            Assert.Equal(TrialState.Completed, trial.State);
            Assert.Equal($"trial {trial.Number}, epoch 3", await TextOf(trial.Checkpoint!));
            Assert.Equal($"trial {trial.Number}", await TextOf(trial.Artifacts["done.txt"]));
        }

        Assert.Equal(48, place.Entries.Length);
    }
}
