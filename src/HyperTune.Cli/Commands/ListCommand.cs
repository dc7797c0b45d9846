using System.CommandLine;
using HyperTune.Cli.Output;

namespace HyperTune.Cli.Commands;

/// <summary>Lists the studies of a journal.</summary>
internal sealed class ListCommand() : JournalCommand("list", "Lists the studies of a journal: their trials, goals and best observed values.", "list digits.journal")
{
    protected override async Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        var table = new TextTable("STUDY", "TRIALS", "GOAL", "BEST OBSERVED");
        foreach (string name in await storage.ListAsync(cancellationToken))
        {
            await using RestoredStudy study = await RestoredStudy.OpenAsync(storage, name, cancellationToken);
            table.Add(name, StudyText.Counts(study), StudyText.Goal(study), StudyText.Observed(study));
        }

        table.Write(OutputOf(line));
    }
}
