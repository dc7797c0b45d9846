namespace HyperTune.Benchmarks;

/// <summary>One strategy against the best other one of each problem and variant.</summary>
/// <param name="Cells">The two by problem and variant.</param>
/// <param name="FirstChoiceSeed">The first of the seeds that the other strategies were chosen on.</param>
/// <param name="ChoiceSeeds">How many these are.</param>
internal sealed record Judgement(IReadOnlyList<JudgedCell> Cells, ulong FirstChoiceSeed, int ChoiceSeeds)
{
    /// <summary>Differences that chance makes with a smaller probability, all cells considered, count.</summary>
    public const double Level = 0.01;

    /// <summary>The probability by cell that chance alone makes the two differ as much, raised for the number of cells.</summary>
    public IReadOnlyList<double> Chances { get; } = SignificanceTest.Holm([.. Cells.Select(static cell => cell.Chance)]);

    /// <summary>The judged strategy against the best other ones, on all cells.</summary>
    public PairedComparison Comparison => PairedComparison.Of([.. Cells.Select(static cell => cell.Judged)], [.. Cells.Select(static cell => cell.Other)]);

    /// <summary>Where the judged strategy is significantly worse.</summary>
    public IReadOnlyList<JudgedCell> Worse => [.. Cells.Where((cell, i) => Chances[i] < Level && cell.IsWorse)];

    /// <summary>Where it is significantly better.</summary>
    public IReadOnlyList<JudgedCell> Better => [.. Cells.Where((cell, i) => Chances[i] < Level && !cell.IsWorse)];

    /// <summary>Pairs the judged strategy with the one that has the smallest median regret on the choice's seeds, cell by cell.</summary>
    /// <param name="judged">The judged strategy.</param>
    /// <param name="results">The studies of all strategies on the seeds that count.</param>
    /// <param name="choices">The studies of the other strategies on other seeds.</param>
    /// <param name="firstChoiceSeed">The first of these.</param>
    public static Judgement Of(string judged, IReadOnlyList<QualityResult> results, IReadOnlyList<QualityResult> choices, ulong firstChoiceSeed)
    {
        var cells =
            from own in results
            where own.Strategy == judged
            let best = choices.Where(choice => IsSameCell(choice, own)).MinBy(static choice => choice.Final.Median)!
            select new JudgedCell(own, results.Single(result => result.Strategy == best.Strategy && IsSameCell(result, own)));
        return new Judgement([.. cells], firstChoiceSeed, choices[0].Runs.Length);
    }

    private static bool IsSameCell(QualityResult left, QualityResult right) => left.Problem == right.Problem && left.Variant == right.Variant;
}
