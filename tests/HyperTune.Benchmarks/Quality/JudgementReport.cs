using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>The table of one strategy against the best other ones, in Markdown.</summary>
internal static class JudgementReport
{
    public static void Write(Judgement judgement, TextWriter output)
    {
        string judged = judgement.Cells[0].Judged.Strategy;
        ulong last = judgement.FirstChoiceSeed + (ulong)judgement.ChoiceSeeds - 1;
        output.WriteLine();
        output.WriteLine($"### {judged} against the best other strategy");
        output.WriteLine();
        output.WriteLine($"The other strategy is the one with the smallest median regret on the seeds {judgement.FirstChoiceSeed} to {last}, which are none of those below.");
        output.WriteLine();
        output.WriteLine($"| problem | {judged} | best other | ratio of medians | of paired regrets | p | p after Holm |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        for (int i = 0; i < judgement.Cells.Count; i++)
        {
            JudgedCell cell = judgement.Cells[i];
            PairedComparison comparison = cell.Comparison;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {cell.Name} | {cell.Judged.Final} | {cell.Other.Final} ({cell.Other.Strategy}) | {Quartiles.Format(comparison.MedianRatio)} | "
                + $"{Quartiles.Format(comparison.Ratio)} (x/÷ {comparison.StandardError:F2}) | {cell.Chance:G2} | {judgement.Chances[i]:G2} |"));
        }

        PairedComparison all = judgement.Comparison;
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{judged}: geometric mean of the ratio to the best other strategy {all.Ratio:G3} (x/÷ {all.StandardError:F2}), of the medians {all.MedianRatio:G3}, better with probability {all.Better:F3}."));
        output.WriteLine($"{judged}: {Tally("worse", judgement.Worse, judgement)}; {Tally("better", judgement.Better, judgement)}.");
    }

    private static string Tally(string how, IReadOnlyList<JudgedCell> cells, Judgement judgement)
        => string.Create(CultureInfo.InvariantCulture, $"{how} on {cells.Count} of {judgement.Cells.Count} at p < {Judgement.Level} after Holm")
            + (cells.Count > 0 ? $": {string.Join(", ", cells.Select(static cell => cell.Name))}" : "");
}
