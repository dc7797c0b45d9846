namespace HyperTune.Benchmarks;

/// <summary>Times a study of <see cref="StorageConfig"/> with random search.</summary>
internal static class StoredStudy
{
    /// <summary>Asks and tells one trial after the other.</summary>
    public static StorageTime AskAndTell(StudyStorage? storage, int warmUp, int trials)
    {
        Study<StorageConfig> study = Open(storage, workers: 1);
        AskAndTell(study, warmUp);
        return StorageTime.Of(trials, () => AskAndTell(study, trials));
    }

    /// <summary>Runs trials side by side, so that their results share the disk's flushes.</summary>
    public static StorageTime Run(StudyStorage storage, int warmUp, int trials, int workers)
    {
        Study<StorageConfig> study = Open(storage, workers);
        study.Run(static config => config.Value, warmUp);
        return StorageTime.Of(trials, () => study.Run(static config => config.Value, warmUp + trials));
    }

    private static Study<StorageConfig> Open(StudyStorage? storage, int workers)
        => Study.Minimize<StorageConfig>(new StudyOptions { Name = "speed", Seed = 1, Strategy = Strategy.Random(), Storage = storage, Parallelism = workers });

    private static void AskAndTell(Study<StorageConfig> study, int trials)
    {
        for (int i = 0; i < trials; i++)
        {
            Trial<StorageConfig> trial = study.AskAsync().AsTask().GetAwaiter().GetResult();
            study.TellAsync(trial, trial.Config.Value).AsTask().GetAwaiter().GetResult();
        }
    }
}
