using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What it costs to keep a study in a journal, beside Optuna's journal on the same disk.</summary>
internal sealed class StorageCommand : Command
{
    private const int Workers = 8;
    private const int WarmUpTrials = 200;

    public override string Name => "storage";

    public override string Summary => "trials a second into a journal, beside Optuna's; the cost of a trial and its bytes; reading a long journal";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--directory", "path", "the disk to use; default a temporary directory"),
        new("--rounds", "count", "how often each of the two writes, in turn; default 3"),
        new("--trials", "count", "durable trials of ours in each round; default 2000"),
        new("--optuna", "count", "trials of each of Optuna's workers in each round; default 60"),
        new("--read", "count", "trials of the journal to read; default 100000"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        DirectoryInfo directory = arguments.Text("--directory") is { } path
            ? Directory.CreateDirectory(Path.Combine(path, $"hypertune-{Guid.NewGuid():N}"))
            : Directory.CreateTempSubdirectory("hypertune-");
        try
        {
            output.WriteLine(Machine.Describe());
            output.WriteLine();
            WriteThroughput(arguments, directory.FullName, output, progress);
            WriteOverhead(directory.FullName, output);
            TrialBytes.Write(directory.FullName, output);
            WriteReading(arguments.Count("--read", 100_000), directory.FullName, output);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static void WriteThroughput(Arguments arguments, string directory, TextWriter output, TextWriter progress)
    {
        int rounds = arguments.Count("--rounds", 3);
        int trials = arguments.Count("--trials", 2000);
        int optunaTrials = arguments.Count("--optuna", 60);
        int files = 0;
        string? version = null;
        var counter = new Progress(rounds, progress);
        var rows = new List<(string Name, string Flushes, List<StorageTime> Times)>
        {
            ("HyperTune, 1 worker", "1 a trial", []),
            ($"HyperTune, {Workers} workers", "shared", []),
            ("HyperTune, 1 worker, every record", "2 a trial", []),
            ("Optuna, 1 worker", "7 a trial", []),
            ($"Optuna, {Workers} workers", "7 a trial", []),
        };
        for (int round = 0; round < rounds; round++)
        {
            rows[0].Times.Add(StoredStudy.AskAndTell(New(JournalDurability.Results), WarmUpTrials, trials));
            rows[1].Times.Add(StoredStudy.Run(New(JournalDurability.Results), WarmUpTrials, trials, Workers));
            rows[2].Times.Add(StoredStudy.AskAndTell(New(JournalDurability.EveryRecord), WarmUpTrials, trials / 2));
            foreach ((int row, int workers) in new[] { (3, 1), (4, Workers) })
            {
                if (OptunaJournal.Run(Path.Combine(directory, $"{files++}.journal"), optunaTrials * workers, workers) is { } optuna)
                {
                    version = optuna.Version;
                    rows[row].Times.Add(optuna.Time);
                }
            }

            counter.Done("durable trials");
        }

        output.WriteLine("Durable trials: five parameters, no reports, random search; each told result waits until the disk has it. Median of the rounds.");
        output.WriteLine();
        output.WriteLine("| journal | flushes to the disk | trials/s | processor, us/trial |");
        output.WriteLine("|---|---|---|---|");
        foreach ((string name, string flushes, List<StorageTime> times) in rows.Where(static row => row.Times.Count > 0))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name.Replace("Optuna", $"Optuna {version}", StringComparison.Ordinal)} | {flushes} | {Median(times, static t => t.PerSecond):F0} | {Median(times, static t => t.ProcessorMicroseconds):F0} |"));
        }

        output.WriteLine();
        if (version is null)
        {
            output.WriteLine(OptunaProcess.Missing);
        }
        else
        {
            Aim.WriteAtLeast(output, "times Optuna's trials a second, 1 worker each", Ratio(rows[0].Times, rows[3].Times), 10);
            Aim.WriteAtLeast(output, $"times Optuna's trials a second, {Workers} workers each", Ratio(rows[1].Times, rows[4].Times), 10);
        }

        output.WriteLine();

        JournalStorage New(JournalDurability durability) => new(Path.Combine(directory, $"{files++}.journal")) { Durability = durability };
    }

    private static void WriteOverhead(string directory, TextWriter output)
    {
        const int Trials = 20_000;
        const int MemoryTrials = 200_000;
        var storage = new JournalStorage(Path.Combine(directory, "overhead.journal")) { Durability = JournalDurability.None };
        StorageTime memory = StoredStudy.AskAndTell(null, MemoryTrials / 2, MemoryTrials);
        StorageTime journal = StoredStudy.AskAndTell(storage, Trials, Trials);
        Aim.WriteAtLeast(output, "trials a second in memory, ask and tell", memory.PerSecond, 50_000);
        Aim.Write(
            output,
            "us of the wall clock that the journal adds to ask and tell, without flushes",
            (journal.Wall.TotalMicroseconds / Trials) - (memory.Wall.TotalMicroseconds / MemoryTrials),
            100);
        Aim.Write(output, "us of processor time that it adds", journal.ProcessorMicroseconds - memory.ProcessorMicroseconds, 100);
        output.WriteLine();
    }

    private static void WriteReading(int trials, string directory, TextWriter output)
    {
        string path = Path.Combine(directory, "long.journal");
        StorageReading.Write(path, trials);
        StorageReading.Read(path, trials);
        (StorageTime time, long bytes) = StorageReading.Read(path, trials);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A journal of {trials} trials, {new FileInfo(path).Length / 1e6:F0} MB:"));
        Aim.Write(output, "s to open it", time.Wall.TotalSeconds, 2);
        Aim.Write(output, "s of processor time", time.Processor.TotalSeconds, 2);
        Aim.Write(output, "MB that the open study keeps", bytes / 1e6, 100);
    }

    private static double Ratio(List<StorageTime> ours, List<StorageTime> theirs)
        => Median(ours, static t => t.PerSecond) / Median(theirs, static t => t.PerSecond);

    private static double Median(List<StorageTime> times, Func<StorageTime, double> of) => Quartiles.Of([.. times.Select(of)]).Median;
}
