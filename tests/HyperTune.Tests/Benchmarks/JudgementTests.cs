using System.Text.Json;
using HyperTune.Benchmarks;

namespace HyperTune.Tests;

public sealed class JudgementTests
{
    private static readonly Problem Known = PublicProblems.All[0];
    private static readonly Problem Unknown = ShapedProblems.All[0];

    [Fact]
    public void Best_other_strategy_is_chosen_on_the_seeds_of_the_choice_alone()
    {
        QualityResult[] results = [Cell("auto", Known, 3, 3), Cell("tpe", Known, 1, 1), Cell("de", Known, 2, 2)];
        QualityResult[] choices = [Cell("tpe", Known, 5, 5, 5), Cell("de", Known, 4, 4, 4)];
        Judgement judgement = Judgement.Of("auto", results, choices, 7);
        Assert.Equal("de", Assert.Single(judgement.Cells).Other.Strategy);
        Assert.Equal(3, judgement.ChoiceSeeds);
        Assert.Equal(1.5, judgement.Cells[0].Comparison.MedianRatio, 1e-12);
    }

    [Fact]
    public void Ratio_to_zero_is_null_in_a_file()
    {
        QualityResult[] results = [Cell("auto", Known, 3, 3), Cell("tpe", Known, 0, 0)];
        Judgement judgement = Judgement.Of("auto", results, [Cell("tpe", Known, 1)], 7);
        string file = Path.GetTempFileName();
        try
        {
            QualityJson.Write(results, new StudySettings(null, 1, BudgetKnown: true), firstSeed: 0, judgement, file);
            using JsonDocument written = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement cell = written.RootElement.GetProperty("judgement").GetProperty("cells")[0];
            Assert.Equal(JsonValueKind.Null, cell.GetProperty("medianRatio").ValueKind);
            Assert.Equal(3, written.RootElement.GetProperty("results")[0].GetProperty("median").GetDouble());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Each_cell_has_a_best_strategy_of_its_own()
    {
        QualityResult[] results =
        [
            Cell("auto", Known, 3, 3), Cell("tpe", Known, 1, 1), Cell("de", Known, 2, 2), Cell("auto", Unknown, 3, 3), Cell("tpe", Unknown, 1, 1), Cell("de", Unknown, 2, 2),
        ];
        QualityResult[] choices = [Cell("tpe", Known, 1), Cell("de", Known, 2), Cell("tpe", Unknown, 2), Cell("de", Unknown, 1)];
        Assert.Equal(["tpe", "de"], Judgement.Of("auto", results, choices, 7).Cells.Select(static cell => cell.Other.Strategy));
    }

    [Fact]
    public void Differences_beyond_chance_are_worse_or_better()
    {
        double[] one = [.. Enumerable.Range(1, 20).Select(static i => i * 1.0)];
        double[] twice = [.. one.Select(static value => 2 * value)];
        Judgement judgement = Judgement.Of(
            "auto",
            [Cell("auto", Known, twice), Cell("tpe", Known, one), Cell("auto", Unknown, one), Cell("tpe", Unknown, twice)],
            [Cell("tpe", Known, 1), Cell("tpe", Unknown, 1)],
            100);
        Assert.Equal(["branin original"], judgement.Worse.Select(static cell => cell.Name));
        Assert.Equal(["ellipsoid10 original"], judgement.Better.Select(static cell => cell.Name));
        Assert.Equal(2 * 2 / Math.Pow(2, 20), judgement.Chances[0], 1e-15);
    }

    [Fact]
    public void Regrets_below_the_floor_do_not_differ()
    {
        double[] tiny = [.. Enumerable.Repeat(1e-7, 20)];
        double[] tinier = [.. Enumerable.Repeat(1e-9, 20)];
        Judgement judgement = Judgement.Of("auto", [Cell("auto", Known, tiny), Cell("tpe", Known, tinier)], [Cell("tpe", Known, 1)], 100);
        Assert.Equal(1, judgement.Chances[0]);
        Assert.Empty(judgement.Worse);
    }

    [Fact]
    public void Report_has_a_row_for_each_cell_and_sums_up()
    {
        using var output = new StringWriter();
        double[] one = [.. Enumerable.Range(1, 20).Select(static i => i * 1.0)];
        JudgementReport.Write(
            Judgement.Of("auto", [Cell("auto", Unknown, [.. one.Select(static value => 2 * value)]), Cell("tpe", Unknown, one)], [Cell("tpe", Unknown, 1, 2)], 100), output);
        Assert.Contains("on the seeds 100 to 101,", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("| ellipsoid10 original | 21 [11.5, 30.5] | 10.5 [5.75, 15.2] (tpe) | 2 | 2 (x/÷ 1.00) | 1.9E-06 | 1.9E-06 |", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("auto: geometric mean of the ratio to the best other strategy 2 (x/÷ 1.00)", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("auto: worse on 1 of 1 at p < 0.01 after Holm: ellipsoid10 original; better on 0 of 1 at p < 0.01 after Holm.", output.ToString(), StringComparison.Ordinal);
    }

    private static QualityResult Cell(string strategy, Problem problem, params double[] finals)
        => new(strategy, problem, Variant.Original, [.. finals.Select(static final => new HyperTune.Benchmarks.StudyRun([final], 0, 0, 1))]);
}
