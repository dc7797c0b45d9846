using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>Writes a study for TensorBoard's HParams dashboard.</summary>
internal sealed class ExportTensorBoardCommand : StudyCommand
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "A directory for this study alone; it must have no event files yet.",
        Required = true,
    };

    public ExportTensorBoardCommand()
        : base("tensorboard", "Writes a study for TensorBoard's HParams dashboard.", "export tensorboard digits.journal --output runs/digits")
        => Add(_output);

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        string directory = line.GetRequiredValue(_output);
        if (string.IsNullOrWhiteSpace(directory))
        {
            throw new CommandException("The name of the directory is empty.", ExitCode.Usage);
        }

        study.ExportTensorBoard(directory);
    }
}
