using System.Text.RegularExpressions;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Records and notes in journals: what Optuna reads of ours, and what is read of what others wrote.</summary>
public sealed class JournalRecordValuesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("s.journal");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Records_are_user_attributes_before_the_end_of_the_trial()
    {
        Open().Run(
            static (_, trial) => trial.Number switch
            {
                0 => new Verdict(0.5, 3, 7) { Converged = false, Phase = Phase.Done, Note = "é\n", Took = TimeSpan.FromSeconds(2), Cost = 1.10m, Bytes = ulong.MaxValue },
                1 => new Verdict(0.75, double.NaN, -1),
                2 => TrialOutcome.Pruned,
                _ => TrialOutcome.Failed("no"),
            },
            4);
        Assert.Equal(
            [
                "Recall 3.0", "epochs 7", "Converged false", "Phase \"Done\"", "Note \"\\u00e9\\n\"", "Took 2.0", "Cost 1.10", "Bytes 18446744073709551615", "Error 0.5", "end",
                "Recall NaN", "epochs -1", "Phase \"Started\"", "Took 0.0", "Bytes 0", "Error 0.25", "end", "end", "end",
            ],
            File.ReadAllLines(Journal).Select(Said).OfType<string>());

        static string? Said(string line)
        {
            const string Start = "\"user_attr\":{\"";
            if (line.StartsWith("{\"op_code\":6,", StringComparison.Ordinal))
            {
                return "end";
            }

            int start = line.IndexOf(Start, StringComparison.Ordinal);
            return start < 0 ? null : line[(start + Start.Length)..line.IndexOf('}', start)].Replace("\":", " ", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_imported_trial_has_its_records_in_its_own_line()
    {
        Study<Plane, Verdict> source = Study.Optimize<Plane, Verdict>(Studies.Seeded);
        source.Run(static _ => new Verdict(0.5, 0.25, 7) { Note = "n" }, 1);
        Open().Import(source.GetResult());
        string line = Assert.Single(File.ReadAllLines(Journal), static line => line.StartsWith("{\"op_code\":4,", StringComparison.Ordinal));
        Assert.Contains("\"user_attrs\":{\"Recall\":0.25,\"epochs\":7,\"Phase\":\"Started\",\"Note\":\"n\",\"Took\":0.0,\"Bytes\":0,\"Error\":0.5},", line, StringComparison.Ordinal);
        Assert.Equal(new Verdict(0.5, 0.25, 7) { Note = "n" }, Assert.Single(Open().Trials).Metrics);
    }

    [Fact]
    public void What_Optuna_wrote_counts_where_name_and_kind_fit()
    {
        Write(
            [
                ForeignLine.Running(),
                ForeignLine.UserAttribute("Recall", "1"), ForeignLine.UserAttribute("epochs", "3.0"), ForeignLine.UserAttribute("Converged", "true"), ForeignLine.UserAttribute("Phase", "\"Warm\""),
                ForeignLine.UserAttribute("Note", "\"a\\ud800\\u00e9\""), ForeignLine.UserAttribute("Took", "1.5"), ForeignLine.UserAttribute("Cost", "1.10"), ForeignLine.UserAttribute("Bytes", "18446744073709551615"),
                ForeignLine.UserAttribute("Recall", "NaN"), ForeignLine.UserAttribute("note", "\"another\""), ForeignLine.UserAttribute("Error", "9"), ForeignLine.Completed("[0.5]"),
                ForeignLine.Running(),
                .. ((string[])["Recall", "epochs", "Converged", "Phase", "Note", "Took", "Cost", "Bytes"]).Select(static name => ForeignLine.UserAttribute(name, "[1,{\"a\":2}]", 1)),
                ForeignLine.Completed("[0.5]", 1),
                ForeignLine.Running(),
                ForeignLine.UserAttribute("Recall", "\"0.5\"", 2), ForeignLine.UserAttribute("epochs", "1e99", 2), ForeignLine.UserAttribute("Converged", "1", 2), ForeignLine.UserAttribute("Phase", "\"warm\"", 2),
                ForeignLine.UserAttribute("Note", "5", 2), ForeignLine.UserAttribute("Took", "\"1\"", 2), ForeignLine.UserAttribute("Cost", "1e99", 2), ForeignLine.UserAttribute("Bytes", "-1", 2),
                ForeignLine.Completed("[0.5]", 2),
                ForeignLine.Running(),
                ForeignLine.UserAttribute("Note", "\"first\"", 3), ForeignLine.UserAttribute("Note", "null", 3), ForeignLine.UserAttribute("epochs", "4", 3), ForeignLine.Completed("[0.5]", 3),
                ForeignLine.UserAttribute("epochs", "5", 3),
                ForeignLine.Template(1, "0.25", user: "{\"other\":[1],\"Recall\":0.5,\"epochs\":\"x\",\"Note\":\"n\"}"),
                ForeignLine.Template(2, "0.25", user: "{\"Recall\":0.5}"),
            ]);
        StudyResult<Plane, Verdict> result = Open().GetResult();
        Verdict defaults = new(0.5, 0, 0);
        Assert.Equal(
            [
                new Verdict(0.5, double.NaN, 3) { Converged = true, Phase = Phase.Warm, Note = "a\ud800é", Took = TimeSpan.FromSeconds(1.5), Cost = 1.10m, Bytes = ulong.MaxValue },
                defaults, defaults, defaults with { Epochs = 4 }, new Verdict(0.25, 0.5, 0) { Note = "n" }, null,
            ],
            result.Trials.Select(static trial => trial.MetricsOrDefault));
        Assert.Equal("Recall", Assert.Single(result.Trials[4].Inner.Records!, static record => record.Name != "Note").Name);
        Assert.Null(result.Trials[2].Inner.Records);
        Assert.Null(result.Trials[5].Inner.Records);
    }

    [Fact]
    public async Task What_was_noted_of_a_trial_before_it_ran_is_not_what_it_recorded()
    {
        Write([ForeignLine.Template(4, user: "{\"Note\":\"from Optuna\",\"other\":1,\"epochs\":9}")]);
        Study<Plane, Verdict> study = Open();
        Trial<Plane, Verdict> trial = await study.AskAsync();
        Assert.Equal(0, trial.Number);
        await study.TellAsync(trial, new Verdict(0.5, 1, 2));
        Assert.Equal(new Verdict(0.5, 1, 2), study.Trials[0].Metrics);
        Assert.Equal(new Verdict(0.5, 1, 2), Open().Trials[0].Metrics);
        Assert.Contains(File.ReadAllLines(Journal), static line => Regex.IsMatch(line, "\"user_attr\":\\{\"Note\":null\\}(,\"hypertune:more\":[0-9]+)?\\}$"));
        Assert.DoesNotContain(File.ReadAllLines(Journal), static line => line.Contains("\"user_attr\":{\"other\":null}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notes_are_user_attributes_of_the_study_and_those_of_Optuna_are_read()
    {
        Write(
            [
                ForeignLine.StudyUserAttribute("data", "\"v2\""), ForeignLine.StudyUserAttribute("count", "3"), ForeignLine.StudyUserAttribute("ratio", "2.50"), ForeignLine.StudyUserAttribute("flag", "true"),
                ForeignLine.StudyUserAttribute("none", "null"), ForeignLine.StudyUserAttribute("list", "\"text\""), ForeignLine.StudyUserAttribute("list", "[1]"), ForeignLine.StudyUserAttribute("map", "{\"a\":1}"),
                ForeignLine.Study("other"), ForeignLine.StudyUserAttribute("elsewhere", "1", 1),
            ]);
        Study<Plane, Verdict> study = Open();
        Assert.Equal([new("count", "3"), new("data", "v2"), new("flag", "true"), new("ratio", "2.50")], study.Notes);
        await study.Notes.SetAsync("data", "v3\"");
        await study.Notes.RemoveAsync("flag");
        string[] written = [.. File.ReadAllLines(Journal).Where(static line => line.Contains("\"op_code\":2,\"worker_id\":\"hypertune-", StringComparison.Ordinal)).Select(static line => line[line.IndexOf("\"study_id\"", StringComparison.Ordinal)..])];
        Assert.Equal(["\"study_id\":0,\"user_attr\":{\"data\":\"v3\\\"\"}}", "\"study_id\":0,\"user_attr\":{\"flag\":null}}"], written);
        Assert.Equal([new("count", "3"), new("data", "v3\""), new("ratio", "2.50")], Open().Notes);
    }

    private void Write(string[] lines) => File.WriteAllLines(Journal, [ForeignLine.Study(directions: "[2]"), .. lines]);

    private Study<Plane, Verdict> Open() => Study.Optimize<Plane, Verdict>(Studies.Seeded with { Name = "s", Seed = null, Storage = new JournalStorage(Journal), Strategy = Strategy.Random() });
}
