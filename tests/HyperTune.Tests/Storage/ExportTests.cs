using System.Globalization;
using System.Text.Json;

namespace HyperTune.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_table_has_a_line_a_trial_in_every_culture()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        await Run().SaveAsync(_directory.File("t.csv"));
        Assert.Equal(
            """
            number,state,value,started_at,duration_seconds,enqueued,imported,failure,kind,x
            0,completed,0.5,2026-03-01T12:00:00.0000000+00:00,1.5,true,false,,"a,b",
            1,failed,,2026-03-01T12:00:01.5000000+00:00,1.5,true,false,"no ""GPU"", or
            none",c,0.25
            2,pruned,NaN-free,2026-03-01T12:00:03.0000000+00:00,1.5,true,false,,c,1

            """.Replace("NaN-free", "7", StringComparison.Ordinal).ReplaceLineEndings("\r\n").Replace("or\r\n", "or\n", StringComparison.Ordinal),
            await File.ReadAllTextAsync(_directory.File("t.csv")));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1+cmd|x", "'+1+cmd|x")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\\t=1")]
    [InlineData("\r=1", "\\r=1")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("a;=1", "\"a;=1\"")]
    [InlineData("\u001b[31mred\u0007\0", "\\u001b[31mred\\u0007\\u0000")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("+5e-3", "+5e-3")]
    [InlineData("plain = text", "plain = text")]
    [InlineData("größer als \U0001F600", "größer als \U0001F600")]
    public async Task A_table_holds_no_formula_and_no_control_character(string failure, string cell)
    {
        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded).Run((_, _) => TrialOutcome.Failed(failure), 1);
        await result.SaveAsync(_directory.File("t.csv"));
        string text = await File.ReadAllTextAsync(_directory.File("t.csv"));
        Assert.Contains($",false,false,{cell},", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_has_configs_and_reports()
    {
        await Run().SaveAsync(_directory.File("t.JSON"));
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(_directory.File("t.JSON")));
        JsonElement root = document.RootElement;
        Assert.Equal("test", root.GetProperty("study").GetString());
        Assert.Equal("7", root.GetProperty("seed").GetString());
        Assert.Equal(0, root.GetProperty("best").GetInt32());
        Assert.Equal(3, root.GetProperty("trials").GetArrayLength());
        JsonElement pruned = root.GetProperty("trials")[2];
        Assert.Equal("pruned", pruned.GetProperty("state").GetString());
        Assert.Equal(1, pruned.GetProperty("config").GetProperty("x").GetDouble());
        Assert.Equal("NaN", pruned.GetProperty("reports")[0].GetProperty("value").GetString());
        Assert.Equal(7, pruned.GetProperty("reports")[1].GetProperty("value").GetDouble());
        Assert.Equal("no \"GPU\", or\nnone", root.GetProperty("trials")[1].GetProperty("failure").GetString());
    }

    [Fact]
    public async Task A_trial_that_never_started_has_no_start()
    {
        var study = Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { TimeProvider = new ManualTime() });
        study.Enqueue([0.25, 0.5]);
        await study.TellAsync(study.Enqueue([0.5, 0.5]), 3);
        await study.GetResult().SaveAsync(_directory.File("t.csv"));
        await study.GetResult().SaveAsync(_directory.File("t.json"));
        Assert.Equal(
            """
            number,state,value,started_at,duration_seconds,enqueued,imported,failure,x0,x1
            0,waiting,,,,true,false,,0.25,0.5
            1,completed,3,,0,true,false,,0.5,0.5

            """.ReplaceLineEndings("\r\n"),
            await File.ReadAllTextAsync(_directory.File("t.csv")));
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(_directory.File("t.json")));
        Assert.All(document.RootElement.GetProperty("trials").EnumerateArray(), static trial => Assert.False(trial.TryGetProperty("startedAt", out _)));

        // Sessions of TensorBoard cannot be without a time, and files are named by theirs: seconds since 1970.
        string directory = _directory.File("board");
        study.GetResult().ExportTensorBoard(directory);
        string[] files = Directory.GetFiles(directory, "*", SearchOption.AllDirectories);
        Assert.Equal(2, files.Length);
        Assert.All(files, static file => Assert.Matches("^events[.]out[.]tfevents[.][0-9]{10}[.]", Path.GetFileName(file)));
        Assert.Equal(new ImportSummary(1, 1), await Study.Minimize(TestSpace.Cube(2), Studies.Seeded).AddCsvAsync(_directory.File("t.csv")));
    }

    [Fact]
    public async Task The_parent_of_a_trial_is_exported_where_any_has_one()
    {
        StudyResult<double[]> result = Continued.Run("old", null);
        await result.SaveAsync(_directory.File("t.csv"));
        await result.SaveAsync(_directory.File("t.json"));
        string[] lines = (await File.ReadAllTextAsync(_directory.File("t.csv"))).Split("\r\n")[..^1];
        Assert.EndsWith(",failure,parent,x0,x1", lines[0], StringComparison.Ordinal);
        Assert.Equal(result.Trials.Select(static trial => $"{trial.Parent}"), lines[1..].Select(static line => line.Split(',')[^3]));
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(_directory.File("t.json")));
        Assert.Equal(
            result.Trials.Select(static trial => trial.Parent),
            document.RootElement.GetProperty("trials").EnumerateArray().Select(static trial => trial.TryGetProperty("parent", out JsonElement parent) ? parent.GetInt32() : (int?)null));
    }

    [Fact]
    public async Task Another_extension_is_refused()
        => await Assert.ThrowsAsync<ArgumentException>(() => Run().SaveAsync(_directory.File("t.xlsx")));

    private static StudyResult<double[]> Run()
    {
        Parameter kind = TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["a,b", "c"]));
        Parameter x = TestSpace.CreateParameter("x", 1, new UniformDistribution(0, 1), ParameterCondition.OneOf(kind, 1));
        var labels = new Parameter<string>("kind", 0, kind.Distribution, 0, static v => v == 0 ? "a,b" : "c", static v => v == "c" ? 1 : 0);
        var time = new ManualTime();
        var study = new Study<double[]>(TestSpace.Of(labels, x), OptimizationDirection.Minimize, Studies.Seeded with { TimeProvider = time });
        study.Enqueue([0, double.NaN]);
        study.Enqueue([1, 0.25]);
        study.Enqueue([1, 1]);
        return study.Run(
            (_, trial) =>
            {
                time.Advance(1.5);
                switch (trial.Number)
                {
                    case 0:
                        return 0.5;
                    case 1:
                        return TrialOutcome.Failed("no \"GPU\", or\nnone");
                    default:
                        trial.Report(0, double.NaN);
                        trial.Report(1, 7);
                        return TrialOutcome.Pruned;
                }
            },
            3);
    }
}
