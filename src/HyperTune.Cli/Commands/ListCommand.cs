using System.CommandLine;
using HyperTune.Cli.Output;

namespace HyperTune.Cli.Commands;

/// <summary>Lists the studies of a journal.</summary>
internal sealed class ListCommand() : JournalCommand("list", "Lists the studies of a journal: their trials, goals and best observed values.", "list digits.journal")
{
    protected override async Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        var table = new TextTable("STUDY", "TRIALS", "GOAL", "BEST OBSERVED");
        IReadOnlyList<(string Name, ReadOnlyMemory<byte> Records)> studies = storage.Split(cancellationToken);
        if (studies.Count == 1)
        {
            await AddAsync(table, storage, studies[0].Name, cancellationToken);
        }
        else
        {
            // One after the other in the journal itself, each would read all of the file.
            string directory = Directory.CreateTempSubdirectory("hypertune-list-").FullName;
            try
            {
                string part = Path.Combine(directory, "part.journal");
                foreach ((string name, ReadOnlyMemory<byte> records) in studies)
                {
                    await File.WriteAllBytesAsync(part, records, cancellationToken);
                    await AddAsync(table, new JournalStorage(part), name, cancellationToken);
                }
            }
            finally
            {
                Directory.Delete(directory, recursive: true);
            }
        }

        table.Write(OutputOf(line));
    }

    private static async Task AddAsync(TextTable table, JournalStorage storage, string name, CancellationToken cancellationToken)
    {
        await using RestoredStudy study = await RestoredStudy.OpenAsync(storage, name, cancellationToken);
        table.Add(name, StudyText.Counts(study), StudyText.Goal(study), StudyText.Observed(study));
    }
}
