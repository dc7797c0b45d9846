using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HyperTune.Tests.SeveralMetrics;

/// <summary>What progress and exports say of studies with several metrics.</summary>
public sealed class FrontExportTests
{
    private static readonly Tradeoff Worst = new(-1, 10);

    private readonly RecordingProgress _progress = new();

    [Fact]
    public void Progress_says_how_much_the_front_has_reached_after_every_trial()
    {
        Study<Plane, Tradeoff> study = Study.Optimize<Plane, Tradeoff>(new StudyOptions { Seed = 3, Strategy = Strategy.Random(), Progress = _progress }, Worst);
        StudyResult<Plane, Tradeoff> result = study.Run(Evaluate, 40);
        Assert.Equal(Worst, result.Reference);
        IReadOnlyList<double> history = result.HypervolumeHistory(Worst);
        Assert.Equal(40, _progress.Reports.Count);
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(ByCounting(result.Trials.Take(i + 1)), history[i], 1e-9);
            Assert.Equal(history[i], _progress.Reports[i].Hypervolume!.Value, 1e-9);
        }

        Assert.Equal(result.Hypervolume(Worst), history[^1], 1e-12);
        Assert.Equal(result.ParetoFront.Count, _progress.Reports[^1].FrontSize);
    }

    [Fact]
    public void Progress_of_a_study_without_a_reference_has_no_hypervolume()
    {
        Study.Optimize<Plane, Tradeoff>(new StudyOptions { Progress = _progress }).Run(Evaluate, 3);
        Assert.All(_progress.Reports, static report => Assert.Null(report.Hypervolume));
    }

    [Fact]
    public void A_reference_without_a_number_is_refused()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => Study.Optimize<Plane, Tradeoff>(reference: new Tradeoff(0, double.PositiveInfinity)));
        Assert.StartsWith("The reference must be finite in every objective, but its LatencyMs is Infinity.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_column_for_each_metric()
    {
        StudyResult<NamedAsMetric, Tradeoff> result = Study.Optimize<NamedAsMetric, Tradeoff>(Studies.Seeded, Worst).Run(
            static (config, trial) => trial.Number switch
            {
                0 => new Tradeoff(0.5, 2, 9),
                1 => new Tradeoff(0.25, 3, 1),
                2 => TrialOutcome.Failed("broken"),
                _ => new Tradeoff(0.75, 2.5, 3),
            },
            4);
        var text = new StringWriter(CultureInfo.InvariantCulture);
        result.WriteCsv(text);
        string[][] lines = [.. text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(','))];
        Assert.Equal(
            ["number", "state", "metrics.Accuracy", "LatencyMs", "Memory", "in_front", "violation", "hypervolume", "started_at", "duration_seconds", "enqueued", "imported", "failure", "Accuracy"],
            lines[0]);
        Assert.Equal(["0", "completed", "0.5", "2", "9", "false", "2", "0"], lines[1].Take(8));
        Assert.Equal(["1", "completed", "0.25", "3", "1", "false", "0", "8.75"], lines[2].Take(8));
        Assert.Equal(["2", "failed", "", "", "", "false", "", "8.75"], lines[3].Take(8));
        Assert.Equal(["3", "completed", "0.75", "2.5", "3", "true", "0", "13.125"], lines[4].Take(8));
    }

    [Fact]
    public void JSON_has_metrics_front_and_reports()
    {
        StudyResult<Plane, Tradeoff> result = Study.Optimize<Plane, Tradeoff>(Studies.Seeded, Worst).Run(
            static (config, trial) =>
            {
                trial.Report(1, new Tradeoff(0.5, double.NaN, 2));
                trial.Report(2, 0.6);
                return trial.Number == 0 ? TrialOutcome.Pruned : new Tradeoff(0.75, 2.5, 4);
            },
            2);
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            result.WriteJson(writer);
        }

        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(content.ToArray()));
        JsonElement root = document.RootElement;
        Assert.Equal(
            """[{"name":"Accuracy","direction":"Maximize"},{"name":"LatencyMs","direction":"Minimize"},{"name":"Memory","atMost":3}]""",
            root.GetProperty("metrics").GetRawText());
        Assert.Equal("[]", root.GetProperty("front").GetRawText());
        Assert.Equal("""{"Accuracy":-1,"LatencyMs":10,"Memory":0}""", root.GetProperty("reference").GetRawText());
        Assert.Equal(0, root.GetProperty("hypervolume").GetDouble());
        Assert.False(root.TryGetProperty("direction", out _));
        JsonElement pruned = root.GetProperty("trials")[0];
        Assert.Equal("""{"Accuracy":0.6}""", pruned.GetProperty("metrics").GetRawText());
        Assert.Equal(
            """[{"step":1,"value":0.5,"metrics":{"Accuracy":0.5,"LatencyMs":"NaN","Memory":2}},{"step":2,"value":0.6}]""",
            pruned.GetProperty("reports").GetRawText());
        JsonElement completed = root.GetProperty("trials")[1];
        Assert.Equal("""{"Accuracy":0.75,"LatencyMs":2.5,"Memory":4}""", completed.GetProperty("metrics").GetRawText());
        Assert.Equal(1.0 / 3, completed.GetProperty("violation").GetDouble());
    }

    [Fact]
    public void Breaches_of_limits_of_different_units_weigh_alike()
    {
        // A trial needs 10 % too many bytes, the other one 20 % too many seconds.
        StudyResult<Plane, Footprint> result = Study.Optimize<Plane, Footprint>(Studies.Seeded).Run(
            static (config, trial) => trial.Number == 0 ? new Footprint(1, 1_100_000, 1) : new Footprint(1, 1, 1.2), 2);
        Assert.Equal(0, result.Nearest!.Number);
        Assert.Equal([0.1, 0.2], result.Trials.Select(static trial => Math.Round(trial.Violation, 12)));
    }

    private static Tradeoff Evaluate(Plane config) => new(config.X, config.X + config.Y, (int)(config.Y * 5));

    // The area below the reference, as a sum over columns between the accuracies of the trials.
    private static double ByCounting(IEnumerable<TrialRecord<Plane, Tradeoff>> trials)
    {
        Tradeoff[] allowed = [.. trials.Select(static trial => trial.Metrics).Where(static metrics => metrics.Memory <= 3)];
        double area = 0;
        double last = Worst.Accuracy;
        foreach (double accuracy in allowed.Select(static metrics => metrics.Accuracy).Order())
        {
            double lowest = allowed.Where(metrics => metrics.Accuracy >= accuracy).Min(static metrics => metrics.LatencyMs);
            area += (accuracy - last) * (Worst.LatencyMs - lowest);
            last = accuracy;
        }

        return area;
    }
}
