using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>The quality benchmark's tables, in Markdown.</summary>
internal static class QualityReport
{
    private static readonly string[] PeerOrder = ["random", "qmc", "tpe", "tpe_uni", "tpe_group", "gp", "cma", "hyperopt", "skopt_gp"];
    private static readonly double[] AllowedRatios = [1.3, 1.5];

    // Larger regrets mean that the best category was missed.
    private static readonly Dictionary<string, double> TrapRegrets = new() { ["mlp_mixed"] = 0.008, ["cond_opt"] = 0.005 };

    public static void Write(IReadOnlyList<QualityResult> results, StudySettings settings, TextWriter output)
    {
        output.WriteLine(
            $"Median final regret [quartiles]; {results[0].Runs.Length} seeds, {settings.Workers} at once, budget {(settings.BudgetKnown ? "known" : "unknown")}"
            + (settings.FailingShare > 0 ? string.Create(CultureInfo.InvariantCulture, $", {settings.FailingShare:P0} of the space fails") : "")
            + (settings.Plateaus is { } plateaus ? $", plateaus by {plateaus.ToString().ToLowerInvariant()}" : "")
            + (settings.GuessDistance is { } distance ? string.Create(CultureInfo.InvariantCulture, $", first a guess within {distance:P0}") : "")
            + ".");
        foreach (IGrouping<Variant, QualityResult> variant in results.GroupBy(static result => result.Variant))
        {
            // The peers ran the published problems with the published numbers of trials, one after the other.
            bool comparable = variant.Key == Variant.Original && settings is { Trials: null, Workers: 1, Plateaus: null }
                && variant.All(static result => PeerFigures.Know(result.Problem));
            foreach (IGrouping<string, QualityResult> strategy in variant.GroupBy(static result => result.Strategy))
            {
                output.WriteLine();
                output.WriteLine($"### {strategy.Key}, {variant.Key.ToString().ToLowerInvariant()}");
                output.WriteLine();
                WriteStrategy([.. strategy], comparable, output);
            }

            WriteAgainstFirst($"{variant.Key.ToString().ToLowerInvariant()} problems", [.. variant], output);
        }

        if (results.Select(static result => result.Variant).Distinct().Count() > 1)
        {
            WriteAgainstFirst("all of these problems", results, output);
        }
    }

    private static void WriteStrategy(IReadOnlyList<QualityResult> results, bool comparable, TextWriter output)
    {
        output.WriteLine("| problem | final regret | at 25 / 50 / 100 / 200 | ms |" + (comparable ? " best peer | verdict | peers' TPE | verdict | prototype | ratio |" : ""));
        output.WriteLine("|---|---|---|---|" + (comparable ? "---|---|---|---|---|---|" : ""));
        foreach (QualityResult result in results)
        {
            Quartiles final = result.Final;
            string medians = string.Join(" / ", result.Medians.Values.Select(Quartiles.Format));
            output.Write($"| {result.Problem.Name} | {final} | {medians} | {result.MeanMilliseconds.ToString("F3", CultureInfo.InvariantCulture)} |");
            output.WriteLine(comparable ? Peers(result, final.Median) : "");
        }

        var trapped = (
            from result in results
            where TrapRegrets.ContainsKey(result.Problem.Name)
            select (Count: result.Runs.Count(run => run.Final > TrapRegrets[result.Problem.Name]), result.Runs.Length)).ToList();
        if (trapped.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"Ended in a wrong category: {trapped.Sum(static cell => cell.Count)} of {trapped.Sum(static cell => cell.Length)} studies.");
        }

        if (results.Any(static result => result.Runs.Any(static run => run.FailedShare > 0)))
        {
            double share = results.Average(static result => result.Runs.Average(static run => run.FailedShare));
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Failed trials: {share:P1}."));
        }

        if (comparable)
        {
            output.WriteLine();
            output.WriteLine(Tally(results));
            if (AgainstPrototype(results) is { } prototype)
            {
                output.WriteLine(prototype);
            }
        }
    }

    private static string Peers(QualityResult result, double median)
    {
        var peers = PeerFigures.Of(result.Problem);
        (string name, PeerFigure best) = peers.Best;
        double tpe = peers.Peers["tpe"].Median;
        string row = $" {Quartiles.Format(best.Median)} ({name}) | {Comparison.Compare(median, best.Median, peers.Random)} |"
            + $" {Quartiles.Format(tpe)} | {Comparison.Compare(median, tpe, peers.Random)} |";
        return peers.Prototypes.TryGetValue(result.Strategy, out PeerFigure? prototype)
            ? $"{row} {Quartiles.Format(prototype.Median)} | {Quartiles.Format(median / prototype.Median)} |"
            : $"{row} - | - |";
    }

    private static string Tally(IReadOnlyList<QualityResult> results)
        => "Won / tied / lost against " + string.Join("; ", PeerOrder.Select(peer =>
        {
            Verdict[] verdicts =
            [
                .. from result in results
                   let figures = PeerFigures.Of(result.Problem)
                   where figures.Peers.ContainsKey(peer)
                   select Comparison.Compare(result.Final.Median, figures.Peers[peer].Median, figures.Random),
            ];
            return $"{peer} {verdicts.Count(static v => v == Verdict.Won)} / {verdicts.Count(static v => v == Verdict.Tied)} / {verdicts.Count(static v => v == Verdict.Lost)}";
        })) + ".";

    private static string? AgainstPrototype(IReadOnlyList<QualityResult> results)
    {
        var pairs = (
            from result in results
            let figures = PeerFigures.Of(result.Problem)
            where figures.Prototypes.ContainsKey(result.Strategy)
            select (result.Final.Median, Prototype: figures.Prototypes[result.Strategy].Median, figures.Random)).ToList();
        return pairs.Count == 0
            ? null
            : "Medians are " + string.Join("; ", AllowedRatios.Select(ratio =>
                $"at most {ratio.ToString(CultureInfo.InvariantCulture)} times the prototype's, or tied with it, on "
                + $"{pairs.Count(pair => pair.Median <= ratio * pair.Prototype || Comparison.Compare(pair.Median, pair.Prototype, pair.Random) == Verdict.Tied)}"
                + $" of {pairs.Count}")) + ".";
    }

    private static void WriteAgainstFirst(string problems, IReadOnlyList<QualityResult> results, TextWriter output)
    {
        string first = results[0].Strategy;
        foreach (string strategy in results.Select(static result => result.Strategy).Distinct().Skip(1))
        {
            PairedComparison comparison = PairedComparison.Of(
                [.. results.Where(result => result.Strategy == strategy)], [.. results.Where(result => result.Strategy == first)]);
            output.WriteLine();
            output.WriteLine($"{strategy} against {first} on {problems}, same seeds: {comparison}.");
        }
    }
}
