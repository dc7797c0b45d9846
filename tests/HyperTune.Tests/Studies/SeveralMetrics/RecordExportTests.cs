using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HyperTune.Tests.SeveralMetrics;

/// <summary>What exports say of records.</summary>
public sealed class RecordExportTests
{
    private static readonly StudyResult<NamedAsMetric, Verdict> Result = Study.Optimize<NamedAsMetric, Verdict>(Studies.Seeded).Run(
        static (_, trial) => trial.Number switch
        {
            0 => new Verdict(0.5, double.PositiveInfinity, 7) { Converged = true, Phase = Phase.Done, Note = "=a,b", Took = TimeSpan.FromMilliseconds(1500), Cost = 1.10m, Bytes = ulong.MaxValue },
            1 => TrialOutcome.Failed("no"),
            _ => new Verdict(0.75, 3, 0),
        },
        3);

    [Fact]
    public void A_table_has_a_column_for_each_record()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Result.WriteCsv(text);
        string[] lines = text.ToString().Split("\r\n");
        Assert.StartsWith("number,state,F1,Recall,epochs,Converged,Phase,Note,Took,Cost,Bytes,Error,in_front,started_at,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("0,completed,0.5,Infinity,7,true,Done,\"'=a,b\",1.5,1.10,18446744073709551615,0.5,false,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("1,failed,,,,,,,,,,,false,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("2,completed,0.75,3,0,,Started,,0,,0,0.25,true,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_records_beside_the_metrics()
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            Result.WriteJson(writer);
        }

        using JsonDocument document = JsonDocument.Parse(content.ToArray());
        JsonElement trials = document.RootElement.GetProperty("trials");
        Assert.Equal(
            """{"Recall":"Infinity","epochs":7,"Converged":true,"Phase":"Done","Note":"=a,b","Took":1.5,"Cost":1.10,"Bytes":18446744073709551615,"Error":0.5}""",
            trials[0].GetProperty("records").GetRawText());
        Assert.False(trials[1].TryGetProperty("records", out _));
        Assert.Equal("""{"Recall":3,"epochs":0,"Phase":"Started","Took":0,"Bytes":0,"Error":0.25}""", trials[2].GetProperty("records").GetRawText());
        Assert.Equal("""{"F1":0.5}""", trials[0].GetProperty("metrics").GetRawText());
        Assert.Single(document.RootElement.GetProperty("metrics").EnumerateArray());
        Assert.DoesNotContain("Unmarked", Encoding.UTF8.GetString(content.ToArray()), StringComparison.Ordinal);
    }
}
