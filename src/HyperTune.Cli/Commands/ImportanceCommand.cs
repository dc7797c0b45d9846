using System.CommandLine;
using HyperTune.Cli.Output;

namespace HyperTune.Cli.Commands;

/// <summary>Shows which parameters mattered.</summary>
internal sealed class ImportanceCommand : StudyCommand
{
    private readonly Option<string?> _metric = new("--metric") { Description = "The objective; by default all together." };

    public ImportanceCommand()
        : base(
            "importance",
            "Shows which parameters mattered for the value, the most important first, with the range that the estimate varies in.",
            "importance digits.journal",
            "importance front.journal --metric Accuracy")
        => Add(_metric);

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        Metric? objective = line.GetValue(_metric) is { } name
            ? study.Objectives.FirstOrDefault(metric => metric.Name == name)
                ?? throw new CommandException(
                    $"Study '{study.Name}' has no objective '{name}'; it has: {string.Join(", ", study.Objectives.Select(static metric => metric.Name))}.")
            : null;
        ParameterImportances importances = study.Importance(objective);
        OutputOf(line).WriteLine(Printable.Of(importances.Explanation));
        var table = new TextTable("PARAMETER", "IMPORTANCE", "FROM", "TO");
        foreach (ParameterImportance importance in importances)
        {
            table.Add(importance.Parameter.Name, $"{importance.Value:F3}", $"{importance.Low:F3}", $"{importance.High:F3}");
        }

        table.Write(OutputOf(line), "  ");
    }
}
