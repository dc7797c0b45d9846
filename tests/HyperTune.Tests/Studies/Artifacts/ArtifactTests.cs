using System.Security.Cryptography;
using HyperTune.Tests.SeveralMetrics;
using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>What trials save beside their results, over every storage and in memory.</summary>
public sealed class ArtifactTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task What_a_trial_saves_is_listed_and_opened_by_name(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Study<double[]> study = place.Open();
        Trial<double[]> trial = await study.AskAsync();
        Assert.Empty(trial.Artifacts.Saved);
        await trial.Artifacts.SaveAsync("model.zip", Bytes("the model"));
        place.Place.Time.Advance(5);
        await trial.Artifacts.SaveAsync("a log.txt", Bytes(""));
        Assert.Equal(["a log.txt", "model.zip"], trial.Artifacts.Saved.Select(static artifact => artifact.Name));
        await study.TellAsync(trial, 1);
        await study.TellAsync(await study.AskAsync(), 2);

        study = kind == StoragePlace.Memory ? study : place.Open();
        TrialRecord<double[]> record = study.Trials[0];
        Assert.Equal(["a log.txt (0 bytes)", "model.zip (9 bytes)"], record.Artifacts.Select(static artifact => artifact.ToString()));
        Artifact model = record.Artifacts["model.zip"];
        Assert.Equal((9L, place.Place.Time.Start), (model.Length, model.SavedAt));
        Assert.Equal(place.Place.Time.Start.AddSeconds(5), record.Artifacts[0].SavedAt);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("the model"u8)), model.Sha256);
        Assert.Equal("the model", await TextOf(model));
        Assert.Equal("", await TextOf(record.Artifacts["a log.txt"]));
        Assert.False(record.Artifacts.TryGet("Model.zip", out _));
        Assert.Null(record.Checkpoint);
        Assert.Empty(study.Trials[1].Artifacts);
        Assert.Equal(
            "Trial 0 has no artifact 'model'. It has 'a log.txt', 'model.zip'.",
            Assert.Throws<KeyNotFoundException>(() => record.Artifacts["model"]).Message);
        Assert.Equal(
            "Trial 1 has no artifact 'model'. It has none at all.",
            Assert.Throws<KeyNotFoundException>(() => study.Trials[1].Artifacts["model"]).Message);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task The_last_one_of_a_name_counts_and_the_earlier_one_is_deleted(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Study<double[]> study = place.Open();
        Trial<double[]> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("log.txt", Bytes("first"));
        Artifact first = trial.Artifacts.Saved["log.txt"];
        await trial.Artifacts.SaveAsync("log.txt", Bytes("second"));
        Assert.Equal("second", await TextOf(Assert.Single(study.Trials[0].Artifacts)));
        Assert.True(kind == StoragePlace.Memory || place.Entries.Length == 1);
        ArtifactException exception = await Assert.ThrowsAsync<ArtifactException>(async () => await first.OpenAsync());
        Assert.Equal((0, "log.txt"), (exception.TrialNumber, exception.ArtifactName));
        Assert.StartsWith("Artifact 'log.txt' of trial 0 of study 'test' was replaced or deleted by the study meanwhile", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objectives_that_do_not_wait_save_and_open_as_well()
    {
        using var place = new ArtifactPlace("journal");
        StudyResult<double[]> result = place.Open().Run(
            static (config, trial) =>
            {
                Assert.Null(trial.Checkpoint.Open());
                trial.Artifacts.Save("x.txt", Bytes($"{trial.Number}"));
                trial.Checkpoint.Save(Bytes("half way"));
                File.WriteAllText(Path.Combine(trial.Directory, "notes.txt"), "notes");
                using var reader = new StreamReader(trial.Checkpoint.Open()!);
                return reader.ReadToEnd() == "half way" ? Studies.Bowl(config) : TrialOutcome.Failed("another checkpoint");
            },
            3);
        Assert.All(result.Trials, static trial =>
        {
            Assert.Equal(TrialState.Completed, trial.State);
            using var reader = new StreamReader(trial.Artifacts["x.txt"].Open());
            Assert.Equal($"{trial.Number}", reader.ReadToEnd());
            Assert.Equal(("checkpoint", 8L), (trial.Checkpoint!.Name, trial.Checkpoint.Length));
            Assert.Equal("notes", File.ReadAllText(Path.Combine(trial.Directory!, "notes.txt")));
        });
    }

    [Fact]
    public async Task Trials_of_several_metrics_have_them_too()
    {
        var study = Study.Optimize<Plane, Tradeoff>(Studies.Seeded);
        Trial<Plane, Tradeoff> trial = await study.AskAsync();
        Assert.Null(await trial.Checkpoint.OpenAsync());
        await trial.Artifacts.SaveAsync("model.zip", Bytes("the model"));
        await trial.Checkpoint.SaveAsync(Bytes("half way"));
        string directory = trial.Directory;
        Assert.True(Directory.Exists(directory));
        TrialRecord<Plane, Tradeoff> record = study.Trials[0];
        Assert.Equal("the model", await TextOf(record.Artifacts["model.zip"]));
        Assert.Equal("half way", await TextOf(record.Checkpoint!));
        Assert.Equal(directory, record.Directory);
        await study.DisposeAsync();
        Assert.False(Directory.Exists(directory));
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task A_trial_that_has_ended_saves_nothing_any_more(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Study<double[]> study = place.Open();
        Trial<double[]> trial = await study.AskAsync();
        await study.TellAsync(trial, 1);
        Func<Task>[] late =
        [
            async () => await trial.Artifacts.SaveAsync("x", Bytes("x")),
            async () => await trial.Checkpoint.SaveAsync(Bytes("x")),
            () => Task.FromResult(trial.Directory),
        ];
        foreach (Func<Task> attempt in late)
        {
            InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(attempt);
            Assert.StartsWith("Trial 0 of study 'test' is completed and cannot ", exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(place.Entries);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_process_that_lost_its_trial_saves_nothing_any_more(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Study<double[]> study = place.Open();
        Trial<double[]> trial = await study.AskAsync();
        Study<double[]> other = place.Open();
        Assert.Equal(1, (await other.AskAsync()).Number);
        place.Place.Time.Advance(1000);
        Trial<double[]> again = await other.AskAsync();
        Assert.Equal(trial.Number, again.Number);
        await again.Checkpoint.SaveAsync(Bytes("mine"));
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await trial.Checkpoint.SaveAsync(Bytes("late")));
        Assert.Contains("is not run by this process any more", exception.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await TextOf(again.Checkpoint));
        Assert.Single(place.Entries);
    }

    [Fact]
    public async Task A_storage_without_a_place_for_artifacts_says_so()
    {
        using var place = new StoragePlace("SQLite");
        Trial<double[]> trial = await place.Open().AskAsync();
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await trial.Artifacts.SaveAsync("x", Bytes("x")));
        Assert.StartsWith("Study 'test' has no place for artifacts and checkpoints", exception.Message, StringComparison.Ordinal);
        Assert.Contains("StudyOptions.Artifacts", exception.Message, StringComparison.Ordinal);
    }
}
