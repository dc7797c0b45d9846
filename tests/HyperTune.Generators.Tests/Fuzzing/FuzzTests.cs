using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>
/// Random declarations, every second one with a known mistake: the generator and the analyzers never throw, a mistake gives its own diagnostic and nothing
/// else, all else compiles without a warning and does what it says. HYPERTUNE_FUZZ_DECLARATIONS sets how many are tried, HYPERTUNE_FUZZ_SEED the first seed.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output, FuzzReport report) : IClassFixture<FuzzReport>
{
    private const int BatchSize = 250;

    private static readonly int Declarations = Setting("HYPERTUNE_FUZZ_DECLARATIONS", 10_000);

    private static readonly int FirstSeed = Setting("HYPERTUNE_FUZZ_SEED", 1);

    [Fact]
    public async Task Random_declarations_work_or_are_reported()
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        var faults = new List<FuzzFault>();
        int valid = 0;
        int invalid = 0;
        foreach (int[] seeds in Enumerable.Range(FirstSeed, Declarations).Chunk(BatchSize))
        {
            FuzzDeclaration[] batch = [.. seeds.Select(static seed => RandomDeclaration.Create((ulong)seed))];
            valid += batch.Count(static declaration => declaration.IsValid);
            invalid += batch.Count(static declaration => !declaration.IsValid);
            // To compile the comments as well takes longer than to compile the code.
            bool hasComments = (seeds[0] / BatchSize) % 4 == 0;
            faults.AddRange(await FuzzBatch.RunAsync(batch, hasComments ? DocumentationMode.Diagnose : DocumentationMode.None));
        }

        const int Shown = 20;
        foreach (FuzzFault fault in faults.Take(Shown))
        {
            output.WriteLine(fault.ToString());
        }

        string summary = $"Fuzzer: {Declarations} declarations tried, {valid} valid, {invalid} invalid, {faults.Count} faults found; "
            + $"{(Environment.CpuUsage.TotalTime - before).TotalSeconds:N0} s of processor time.";
        report.Print(summary);
        Assert.True(faults.Count == 0, summary);
    }

    private static int Setting(string name, int standard)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
