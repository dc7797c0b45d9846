using System.Collections.Concurrent;

namespace HyperTune.IntegrationTests;

/// <summary>Disks that are full or may not be written: what was told stays, what could not be stored is said, and the study goes on when the disk does.</summary>
public sealed class DiskFaultTests
{
    private const string Name = "faults";

    [MountFact]
    public void Study_on_a_disk_that_fills_up_keeps_all_that_it_told_and_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk("size=24k");
        var told = new Told();
        JournalException exception = Assert.Throws<JournalException>(() => Run(disk, 10_000, told));
        Assert.Contains("Make room on the disk", exception.Message, StringComparison.Ordinal);
        Assert.Equal(disk.File("s.journal"), exception.Path);
        Assert.NotEmpty(told.Values);
        Assert.Equal(["s.journal"], disk.Entries);

        // Still full: it can be read, and told is what is in it.
        Assert.Equal(told.Values.OrderBy(static pair => pair.Key), Completed(disk));
        Assert.Throws<JournalException>(() => Run(disk, 10_000, told));
        Assert.Equal(told.Values.OrderBy(static pair => pair.Key), Completed(disk));

        disk.Remount("size=1m");
        int before = told.Values.Count;
        StudyResult<TestSpaceConfig> result = Run(disk, before + 20, told);
        Assert.Equal(told.Values.OrderBy(static pair => pair.Key), Completed(disk));
        Assert.Equal(before + 20, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
    }

    [MountFact]
    public void Study_on_a_disk_that_is_full_says_so_and_leaves_no_lock()
    {
        using var disk = new SmallDisk("size=8k");
        disk.Fill();
        Assert.Contains("Make room", Assert.Throws<JournalException>(() => Run(disk, 1, new Told())).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s.journal.lock", disk.Entries);
        File.Delete(disk.File("filling"));
        Assert.Single(Run(disk, 1, new Told()).Trials);
    }

    [MountFact]
    public void Study_on_a_disk_without_a_free_entry_says_so()
    {
        using var disk = new SmallDisk("size=1m,nr_inodes=2");
        File.WriteAllText(disk.File("only"), "");
        Assert.Contains("Make room", Assert.Throws<JournalException>(() => Run(disk, 1, new Told())).Message, StringComparison.Ordinal);
    }

    [MountFact]
    public async Task Study_on_a_disk_that_may_not_be_written_can_be_read()
    {
        using var disk = new SmallDisk("size=1m");
        var told = new Told();
        Run(disk, 5, told);
        disk.Remount("ro");
        Assert.Equal([Name], await new JournalStorage(disk.File("s.journal")).ListAsync());
        Assert.Equal(told.Values.OrderBy(static pair => pair.Key), Completed(disk));
        JournalException exception = Assert.Throws<JournalException>(() => Run(disk, 10, told));
        Assert.Contains("read-only", exception.Message, StringComparison.Ordinal);
        disk.Remount("rw");
        Assert.Equal(10, Run(disk, 10, told).Trials.Count);
    }

    private static Study<TestSpaceConfig> Open(SmallDisk disk, IProgress<StudyProgress>? progress) => Study.Minimize<TestSpaceConfig>(new StudyOptions
    {
        Name = Name,
        Seed = 3,
        Strategy = Strategy.Random(),
        Storage = new JournalStorage(disk.File("s.journal")),
        Sharing = new SharingOptions { WorkerId = "one" },
        Progress = progress,
    });

    private static StudyResult<TestSpaceConfig> Run(SmallDisk disk, int trials, Told told) => Open(disk, told).Run(static config => config.X * config.X, trials);

    private static IEnumerable<KeyValuePair<int, double>> Completed(SmallDisk disk) => Open(disk, null).Trials
        .Where(static trial => trial.State == TrialState.Completed)
        .Select(static trial => KeyValuePair.Create(trial.Number, trial.Value!.Value));

    /// <summary>The results of which the study said that they are stored.</summary>
    private sealed class Told : IProgress<StudyProgress>
    {
        public ConcurrentDictionary<int, double> Values { get; } = [];

        public void Report(StudyProgress value)
        {
            if (value.TrialValue is { } result)
            {
                Values[value.TrialNumber] = result;
            }
        }
    }
}
