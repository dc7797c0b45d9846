using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>Writes studies for other tools.</summary>
internal static class ExportCommand
{
    public static Command Create() => new("export", """
        Writes a study for spreadsheets, notebooks, scripts or TensorBoard.

        Examples:
          hypertune export csv digits.journal --output digits.csv
          hypertune export json digits.journal > digits.json
          hypertune export tensorboard digits.journal --output runs/digits
        """)
    {
        new ExportFileCommand(isJson: false),
        new ExportFileCommand(isJson: true),
        new ExportTensorBoardCommand(),
    };
}
