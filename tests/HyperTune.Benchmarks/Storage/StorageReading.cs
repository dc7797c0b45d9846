namespace HyperTune.Benchmarks;

/// <summary>Times the opening of a journal that has many trials.</summary>
internal static class StorageReading
{
    /// <summary>Writes a journal with that many trials.</summary>
    public static void Write(string path, int trials)
    {
        var study = Study.Minimize<StorageConfig>(new StudyOptions
        {
            Name = "speed",
            Seed = 1,
            Strategy = Strategy.Random(),
            Storage = new JournalStorage(path) { Durability = JournalDurability.None },
        });
        study.Run(static config => config.Value, trials);
    }

    /// <summary>Opens the journal and reads all of it.</summary>
    /// <returns>The time, and the bytes that the open study keeps.</returns>
    public static (StorageTime Time, long Bytes) Read(string path, int trials)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Study<StorageConfig>? study = null;
        StorageTime time = StorageTime.Of(trials, () => study = Open(path));
        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        int found = study!.Trials.Count;
        return found == trials ? (time, bytes) : throw new InvalidOperationException($"{found} of {trials} trials were found.");
    }

    private static Study<StorageConfig> Open(string path)
    {
        var study = Study.Minimize<StorageConfig>(new StudyOptions { Name = "speed", Storage = new JournalStorage(path) });
        study.OpenAsync().AsTask().GetAwaiter().GetResult();
        return study;
    }
}
