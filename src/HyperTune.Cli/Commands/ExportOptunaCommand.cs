using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>Writes a study into a journal of its own.</summary>
internal sealed class ExportOptunaCommand : StudyCommand
{
    private readonly Option<string> _output = new("--output", "-o") { Description = "The journal file to write; it must not be there.", Required = true };

    public ExportOptunaCommand()
        : base(
            "optuna",
            "Writes one study into a journal of its own, for Optuna and its dashboard, or to hand it on: the same records, without those of other studies.",
            "export optuna shared.journal digits --output digits.journal")
        => Add(_output);

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        string path = line.GetRequiredValue(_output);
        if (path.Length == 0 || File.Exists(path) || Directory.Exists(path))
        {
            throw new CommandException(path.Length == 0 ? "The name of the file to write is empty." : $"'{path}' is there already; name another file.", ExitCode.Usage);
        }

        ReadOnlyMemory<byte> records = storage.Split().First(other => other.Name == study.Name).Records;
        using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(records.Span);
    }
}
