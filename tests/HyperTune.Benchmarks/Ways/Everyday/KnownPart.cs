using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HyperTune.Benchmarks.Everyday;

/// <summary>Results that are known already, given to a study in a journal: from memory, from a table, and again.</summary>
internal sealed class KnownPart : WaysPart
{
    private const int Results = 10_000;

    public override string Name => "known";

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        string directory = Directory.CreateTempSubdirectory("hypertune-known-").FullName;
        try
        {
            Measure(directory, output);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Measure(string directory, TextWriter output)
    {
        var random = new Random(1);
        (StorageConfig Config, double Value)[] results = [.. Enumerable.Range(0, Results).Select(_ => (StorageConfig.Space.Sample(random), random.NextDouble()))];
        string table = Path.Combine(directory, "known.csv");
        Study<StorageConfig> source = Study.Minimize<StorageConfig>();
        source.Add(results);
        using (var text = new StreamWriter(table, append: false, Encoding.UTF8))
        {
            source.GetResult().WriteCsv(text);
        }

        // The first time everything is compiled.
        Open(directory, "warm").Add(results.Take(500));
        double added = Seconds(() => Open(directory, "added").Add(results), Results, 0);
        double again = Seconds(() => Open(directory, "added").Add(results), 0, Results);
        double read = Seconds(() => Open(directory, "read").AddCsvAsync(table).GetAwaiter().GetResult(), Results, 0);
        output.WriteLine(FormattableString.Invariant($"{Results} results of {StorageConfig.Space.DimensionCount} parameters, a study in a journal; seconds of the clock."));
        output.WriteLine();
        output.WriteLine("| | seconds |");
        output.WriteLine("|---|---|");
        output.WriteLine(FormattableString.Invariant($"| added | {added:F2} |"));
        output.WriteLine(FormattableString.Invariant($"| added once more, all known | {again:F2} |"));
        output.WriteLine(FormattableString.Invariant($"| read from a table of {new FileInfo(table).Length / 1e6:F1} MB and added | {read:F2} |"));
        output.WriteLine();
        Aim.Write(output, "seconds, added", added, 1);
        Aim.Write(output, "seconds, from a table", read, 1);
    }

    private static Study<StorageConfig> Open(string directory, string name)
        => Study.Minimize<StorageConfig>(new StudyOptions { Name = name, Storage = new JournalStorage(Path.Combine(directory, "studies.journal")) });

    private static double Seconds(Func<ImportSummary> add, int imported, int known)
    {
        var stopwatch = Stopwatch.StartNew();
        ImportSummary summary = add();
        double seconds = stopwatch.Elapsed.TotalSeconds;
        return summary == new ImportSummary(imported, 0, known)
            ? seconds
            : throw new FaultException(string.Create(CultureInfo.InvariantCulture, $"{imported} results were to be added and {known} known: {summary}."));
    }
}
