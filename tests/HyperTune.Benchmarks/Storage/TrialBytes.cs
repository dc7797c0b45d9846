namespace HyperTune.Benchmarks;

/// <summary>How many bytes a study keeps of each trial.</summary>
internal static class TrialBytes
{
    private const int Trials = 20_000;

    /// <summary>Writes the bytes a trial of ten parameters in memory, with a journal, and of a journal that was opened again.</summary>
    public static void Write(string directory, TextWriter output)
    {
        string path = Path.Combine(directory, "bytes.journal");
        Aim.Write(output, "bytes a trial of 10 parameters, in memory", Measure(static () => Run(null)), 150);
        Aim.Write(output, "bytes a trial of 10 parameters, with a journal", Measure(() => Run(new JournalStorage(path) { Durability = JournalDurability.None })), 200);
        Aim.Write(output, "bytes a trial of 10 parameters, of a journal that was opened again", Measure(() => Run(new JournalStorage(path))), 200);
        output.WriteLine();
    }

    private static Study<WideConfig> Run(StudyStorage? storage)
    {
        var study = Study.Minimize<WideConfig>(new StudyOptions { Name = "bytes", Seed = 1, Strategy = Strategy.Random(), Storage = storage });
        if (study.Trials.Count < Trials)
        {
            study.Run(static config => config.A, Trials);
        }

        return study;
    }

    private static double Measure(Func<Study<WideConfig>> run)
    {
        // What all studies share is there already.
        run();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Study<WideConfig> study = run();
        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(study);
        return (double)bytes / Trials;
    }
}
