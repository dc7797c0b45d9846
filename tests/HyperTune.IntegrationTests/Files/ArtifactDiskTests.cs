namespace HyperTune.IntegrationTests;

/// <summary>Artifacts on disks that are full or may not be written: what was saved stays, and what could not be saved takes no room.</summary>
public sealed class ArtifactDiskTests
{
    private const int Small = 100_000;
    private const int Large = 2_000_000;

    [MountFact]
    public async Task Artifact_that_does_not_fit_on_the_disk_changes_nothing()
    {
        using var disk = new SmallDisk("size=1m");
        await using Study<TestSpaceConfig> study = Open(disk);
        Trial<TestSpaceConfig> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("model", new MemoryStream(new byte[Small]));
        IOException exception = await Assert.ThrowsAsync<IOException>(async () => await trial.Artifacts.SaveAsync("model", new MemoryStream(new byte[Large])));
        Assert.Contains(disk.File("s.journal.files"), exception.Message, StringComparison.Ordinal);
        Assert.Equal(Small, Assert.Single(trial.Artifacts.Saved).Length);
        Assert.Single(Directory.GetFiles(disk.File("s.journal.files")));

        // There is room for a result again, and with more of it for the artifact.
        disk.Remount("size=8m");
        await trial.Artifacts.SaveAsync("model", new MemoryStream(new byte[Large]));
        await study.TellAsync(trial, 1);
        await using Study<TestSpaceConfig> again = Open(disk);
        await using Stream stream = await again.Trials[0].Artifacts["model"].OpenAsync();
        Assert.Equal(Large, stream.Length);
        Assert.Single(Directory.GetFiles(disk.File("s.journal.files")));
    }

    [MountFact]
    public async Task Artifact_on_a_disk_that_may_not_be_written_can_be_read()
    {
        using var disk = new SmallDisk("size=1m");
        await using Study<TestSpaceConfig> study = Open(disk);
        Trial<TestSpaceConfig> trial = await study.AskAsync();
        await trial.Checkpoint.SaveAsync(new MemoryStream(new byte[Small]));
        disk.Remount("ro");
        await Assert.ThrowsAsync<IOException>(async () => await trial.Checkpoint.SaveAsync(new MemoryStream(new byte[1])));
        await using Stream? stream = await trial.Checkpoint.OpenAsync();
        Assert.Equal(Small, stream!.Length);
    }

    private static Study<TestSpaceConfig> Open(SmallDisk disk)
        => Study.Minimize<TestSpaceConfig>(new StudyOptions { Name = "disk", Seed = 3, Storage = new JournalStorage(disk.File("s.journal")) });
}
