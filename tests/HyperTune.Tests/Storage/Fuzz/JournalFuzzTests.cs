using System.Globalization;
using HyperTune.Benchmarks;

namespace HyperTune.Tests;

/// <summary>Damaged journals, as many as take about a minute. The benchmark <c>fuzz-journal</c> runs more of them.</summary>
[Collection(AloneCollection.Name)]
public sealed class JournalFuzzTests
{
    private const int DefaultCases = 1000;

    [Fact]
    public void No_damaged_journal_does_harm()
    {
        int cases = Environment.GetEnvironmentVariable("HYPERTUNE_FUZZ_JOURNALS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultCases;
        using var fuzzer = new JournalFuzzer();
        for (int number = 1; number <= cases && fuzzer.Run(number); number++)
        {
        }

        Assert.Empty(fuzzer.Faults.Select(static fault => $"case {fault.Case}: {fault.What}"));

        // Damage that nothing notices is a part of it: the rest of such a file is read and run.
        Assert.InRange(fuzzer.Accepted, cases / 5, cases);
    }

    [Fact]
    public void The_same_number_gives_the_same_damage()
    {
        var mutator = new JournalMutator(["{\"op_code\":0,\"a\":[1,\"x\"]}\n{\"op_code\":1}\n"]);
        Assert.Equal(mutator.Create(7).Content, mutator.Create(7).Content);
        Assert.True(Enumerable.Range(0, 200).Select(number => Convert.ToHexString(mutator.Create(number).Content)).Distinct().Count() > 150);
    }
}
