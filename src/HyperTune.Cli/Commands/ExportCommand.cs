using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>Writes studies for other tools.</summary>
internal static class ExportCommand
{
    public static Command Create() => new("export", """
        Writes a study for spreadsheets, notebooks, scripts, TensorBoard or Optuna.

        Examples:
          hypertune export csv digits.journal --output digits.csv
          hypertune export json digits.journal > digits.json
          hypertune export csv digits.journal --style mlflow --output runs.csv
          hypertune export tensorboard digits.journal --output runs/digits
          hypertune export optuna shared.journal digits --output digits.journal
        """)
    {
        new ExportFileCommand(isJson: false),
        new ExportFileCommand(isJson: true),
        new ExportTensorBoardCommand(),
        new ExportOptunaCommand(),
    };
}
