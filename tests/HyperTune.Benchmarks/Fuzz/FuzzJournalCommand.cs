using System.Diagnostics;

namespace HyperTune.Benchmarks;

/// <summary>Opens damaged journals for as long as wanted.</summary>
internal sealed class FuzzJournalCommand : Command
{
    private const double SlowestSeconds = 5;

    public override string Name => "fuzz-journal";

    public override string Summary => "damaged journals: exceptions that are not documented, the slowest case, the memory";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--minutes", "count", "how long; default 1"),
        new("--cases", "count", "how many cases instead"),
        new("--first", "count", "the number of the first case; default 1"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int minutes = arguments.Count("--minutes", 1);
        int? cases = arguments.Has("--cases") ? arguments.Count("--cases", 1) : null;
        int first = arguments.Count("--first", 1);
        using var fuzzer = new JournalFuzzer();
        progress.WriteLine($"If the process ends, the case is in {fuzzer.LastFile}.");
        long started = Stopwatch.GetTimestamp();
        int number = first;
        bool goesOn = true;
        while (goesOn && (cases is { } count ? number < first + count : Stopwatch.GetElapsedTime(started).TotalMinutes < minutes))
        {
            int known = fuzzer.Faults.Count;
            goesOn = fuzzer.Run(number++);
            if (fuzzer.Faults.Count > known)
            {
                progress.WriteLine($"case {fuzzer.Faults[^1].Case}: {fuzzer.Faults[^1].What}");
            }
        }

        output.WriteLine($"{number - first} cases in {Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes, {fuzzer.Accepted} of them without any exception.");
        output.WriteLine($"Slowest: case {fuzzer.Slowest.Case} with {fuzzer.Slowest.Time.TotalSeconds:F2} s (aim: at most {SlowestSeconds} s).");
        output.WriteLine($"Largest: case {fuzzer.Largest.Case} with {fuzzer.Largest.Multiple:F1} times the size of its file beyond 50 MB (aim: at most 50).");
        output.WriteLine($"Faults: {fuzzer.Faults.Count}");
        if (fuzzer.Faults.Count > 0)
        {
            throw new FaultException($"{fuzzer.Faults.Count} cases had faults.");
        }
    }
}
