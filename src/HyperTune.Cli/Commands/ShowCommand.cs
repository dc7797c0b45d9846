using System.CommandLine;
using HyperTune.Cli.Output;
using HyperTune.Studies.Engine;

namespace HyperTune.Cli.Commands;

/// <summary>Shows what a study is and what came of it.</summary>
internal sealed class ShowCommand() : StudyCommand(
    "show",
    "Shows a study: its goal, how many trials ended how, the best one, notes and parameters.",
    "show digits.journal",
    "show shared.journal digits")
{
    private const int MostOfFront = 20;

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        // The words take longest in a long study.
        Task<string> description = Task.Run(study.Describe);
        TextWriter output = OutputOf(line);
        var facts = new TextTable();
        facts.Add("Study", study.Name);
        facts.Add("Journal", storage.Path);
        facts.Add("Goal", StudyText.Goal(study));
        facts.Add("Seed", study.Seed is { } seed ? NumberFormat.Invariant(seed) : "none");
        StudyTotals totals = study.Totals;
        facts.Add("Trials", TrialTotals.Counts(totals));
        AddTimes(facts, totals);
        facts.Add("Best", StudyText.Reached(study));
        facts.Write(output);
        WriteDescription(output, description.GetAwaiter().GetResult());
        WriteFront(output, study);
        WriteNotes(output, study);
        WriteParameters(output, study);
    }

    private static void AddTimes(TextTable facts, StudyTotals totals)
    {
        if (totals.FirstStart is { } begin)
        {
            facts.Add("Started", $"{begin.UtcDateTime:yyyy-MM-dd HH:mm:ss} to {totals.LastStart.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
            facts.Add("Time", $"{totals.Spent:c} in all trials together");
        }
    }

    private static void WriteDescription(TextWriter output, string description)
    {
        output.WriteLine();
        output.WriteLine("What came of it:");
        foreach (string sentence in description.Split('\n'))
        {
            output.WriteLine($"  {sentence}");
        }
    }

    private static void WriteFront(TextWriter output, RestoredStudy study)
    {
        if (study.Objectives.Length == 1 || study.Result.Front.IsEmpty)
        {
            return;
        }

        IReadOnlyList<TrialRecord<RestoredConfig>> front = study.Front;
        output.WriteLine();
        output.WriteLine(front.Count > MostOfFront ? $"Front (the first {MostOfFront} of {front.Count}):" : "Front:");
        var table = new TextTable(["TRIAL", .. study.Metrics.Select(static metric => metric.Name)]);
        foreach (TrialRecord<RestoredConfig> trial in front.Take(MostOfFront))
        {
            table.Add([NumberFormat.Invariant(trial.Number), .. study.Metrics.Select(metric => StudyText.Number(StudyText.ValueOf(trial, metric)))]);
        }

        table.Write(output, "  ");
    }

    private static void WriteNotes(TextWriter output, RestoredStudy study)
    {
        if (study.Result.Notes.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("Notes:");
        var table = new TextTable();
        foreach ((string name, string text) in study.Result.Notes)
        {
            table.Add(name, text);
        }

        table.Write(output, "  ");
    }

    private static void WriteParameters(TextWriter output, RestoredStudy study)
    {
        output.WriteLine();
        output.WriteLine(study.HasDeclaredSpace ? $"Parameters (space {study.Space.Fingerprint}):" : "Parameters, as the trials have them:");
        var table = new TextTable("NAME", "VALUES", "EXISTS WHEN");
        foreach (Parameter parameter in study.Space.Parameters)
        {
            string range = parameter.Distribution.Canonical == parameter.Whole.Distribution.Canonical
                ? $"{parameter.Distribution}"
                : $"{parameter.Distribution}, narrowed from: {parameter.Whole.Distribution}";
            table.Add(parameter.Name, range, $"{parameter.Condition}");
        }

        table.Write(output, "  ");
    }
}
