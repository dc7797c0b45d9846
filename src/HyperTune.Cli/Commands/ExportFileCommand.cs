using System.CommandLine;
using HyperTune.Cli.Output;
using HyperTune.Views.Configs;

namespace HyperTune.Cli.Commands;

/// <summary>Writes a study as a table or as JSON.</summary>
internal sealed class ExportFileCommand : StudyCommand
{
    private const string Plain = "plain";
    private const string Mlflow = "mlflow";

    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write; by default the standard output." };
    private readonly Option<string> _style = new("--style")
    {
        Description = "mlflow is a row per run with its params, metrics and tags, as MLflow's search_runs has them.",
        DefaultValueFactory = static _ => Plain,
    };

    private readonly bool _isJson;

    /// <param name="isJson">Whether it is JSON; otherwise a table of comma-separated values.</param>
    public ExportFileCommand(bool isJson)
        : base(
            isJson ? "json" : "csv",
            isJson
                ? "Writes a study with its space, its notes, and all trials with their configs and reports."
                : "Writes a table with a line per trial (RFC 4180) and a column per parameter.",
            isJson ? "export json digits.journal > digits.json" : "export csv digits.journal --output digits.csv")
    {
        _isJson = isJson;
        Add(_output);
        if (!isJson)
        {
            _style.AcceptOnlyFromAmong(Plain, Mlflow);
            Add(_style);
        }
    }

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        bool isMlflow = !_isJson && line.GetValue(_style) == Mlflow;
        if (line.GetValue(_output) is not { } path)
        {
            Write(study, OutputOf(line), isMlflow);
            return;
        }

        if (path.Length == 0 || Path.GetFullPath(path) == storage.Path)
        {
            throw new CommandException(path.Length == 0 ? "The name of the file to write is empty." : $"'{path}' is the journal itself; name another file.", ExitCode.Usage);
        }

        // Only when all of it is there, so that a mistake leaves no half file.
        var content = new StringWriter();
        Write(study, content, isMlflow);
        File.WriteAllText(path, content.ToString());
    }

    private void Write(RestoredStudy study, TextWriter writer, bool isMlflow)
    {
        if (_isJson)
        {
            writer.Write(JsonText.Of(study.WriteJson));
        }
        else if (isMlflow)
        {
            MlflowTable.Write(writer, study);
        }
        else
        {
            study.WriteCsv(writer, study.Result.Trials);
        }
    }
}
