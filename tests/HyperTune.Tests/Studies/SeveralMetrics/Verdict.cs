namespace HyperTune.Tests.SeveralMetrics;

/// <summary>One objective, and a record of every form.</summary>
[Metrics]
internal readonly partial record struct Verdict([Maximize] double F1, [Record] double Recall, [Record(Name = "epochs")] int Epochs, int Unmarked = 0)
{
    [Record] public bool? Converged { get; init; }

    [Record] public Phase Phase { get; init; }

    [Record] public string? Note { get; init; }

    [Record] public TimeSpan Took { get; init; }

    [Record] public decimal? Cost { get; init; }

    [Record] public ulong Bytes { get; init; }

    [Record] public double Error => 1 - F1;
}
