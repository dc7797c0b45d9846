namespace HyperTune.Benchmarks;

/// <summary>The judged strategy on one variant of one problem, beside the best other one.</summary>
/// <param name="Judged">Its studies.</param>
/// <param name="Other">The studies of the other strategy on the same seeds. It was chosen on other seeds, so that it owes nothing to luck on these.</param>
internal sealed record JudgedCell(QualityResult Judged, QualityResult Other)
{
    /// <summary>The problem and the variant in words.</summary>
    public string Name => $"{Judged.Problem.Name} {Judged.Variant.ToString().ToLowerInvariant()}";

    /// <summary>The two on this cell alone.</summary>
    public PairedComparison Comparison => PairedComparison.Of([Judged], [Other]);

    /// <summary>The logarithms of the raised regrets' ratios, by seed; above 0 where the judged strategy is worse. Zero where both regrets are below the floor.</summary>
    public IReadOnlyList<double> Differences
    {
        get
        {
            double floor = RegretFloor.Of(Other);
            return
            [
                .. Judged.Runs.Zip(Other.Runs, (judged, other) => judged.Final <= floor && other.Final <= floor
                    ? 0
                    : Math.Log((Math.Max(judged.Final, 0) + floor) / (Math.Max(other.Final, 0) + floor))),
            ];
        }
    }

    /// <summary>The probability that chance alone makes the two differ as much, this cell being the only one.</summary>
    public double Chance => SignificanceTest.TwoSided(Differences);

    /// <summary>Whether the judged strategy is the worse one, significantly or not.</summary>
    public bool IsWorse => SignificanceTest.AreLarger(Differences);
}
