using System.CommandLine;
using HyperTune.Cli.Asking;
using HyperTune.Views.Documents;
using HyperTune.Views.Pages;

namespace HyperTune.Cli.Commands;

/// <summary>Writes a page that shows a study; or, for scripts, reports an intermediate value of one of its trials.</summary>
internal sealed class ReportCommand : StudyTaskCommand
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The file to write; by default the journal's name with .html in the current directory.",
    };

    private readonly Option<string[]> _with = new("--with")
    {
        Description = "Other studies of the journal to compare with.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<int?> _trial = new("--trial")
    {
        Description = "With --step and --value: reports an intermediate value of this trial, which runs, and writes {\"prune\": true} where the pruner advises to stop it.",
    };

    private readonly Option<int?> _step = new("--step") { Description = "The step that is reported, for instance the epoch; at least 0." };
    private readonly Option<double?> _value = new("--value") { Description = "The objective at that step." };

    public ReportCommand()
        : base(
            "report",
            "Writes one HTML file that shows a study: it opens offline, and holds all that it needs. With --trial, --step and --value it reports an intermediate value instead.",
            "report digits.journal",
            "report shared.journal digits --output digits.html",
            "report shared.journal digits --with digits-random digits-tpe",
            "report digits.journal digits --trial 17 --step 3 --value 0.5")
    {
        foreach (Option option in (Option[])[_output, _with, _trial, _step, _value])
        {
            Add(option);
        }
    }

    protected override Task RunAsync(RestoredStudy study, JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
        => (line.GetValue(_trial), line.GetValue(_step), line.GetValue(_value)) switch
        {
            (null, null, null) => WriteAsync(study, storage, line, cancellationToken),
            ({ }, < 0 and { } step, { }) => throw new CommandException($"--step is {step}; it must be at least 0.", ExitCode.Usage),
            ({ } trial, { } step, { } value) => ReportAsync(study, storage, (trial, step, value), OutputOf(line), cancellationToken),
            _ => throw new CommandException("To report an intermediate value takes all of --trial, --step and --value.", ExitCode.Usage),
        };

    private async Task WriteAsync(RestoredStudy study, JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        string path = line.GetValue(_output) ?? $"{Path.GetFileNameWithoutExtension(storage.Path)}.html";
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new CommandException("The name of the output file is empty.", ExitCode.Usage);
        }

        List<StudySource> studies = [StudySource.Of(study)];
        foreach (string name in line.GetRequiredValue(_with))
        {
            await using RestoredStudy other = await RestoredStudy.OpenAsync(storage, name, cancellationToken);
            studies.Add(StudySource.Of(other));
        }

        await File.WriteAllTextAsync(path, Page.Of(studies, TimeProvider.System.GetUtcNow()), cancellationToken);
        await OutputOf(line).WriteLineAsync(Printable.Of($"Wrote {path}."));
    }

    private static async Task ReportAsync(
        RestoredStudy look, JournalStorage storage, (int Trial, int Step, double Value) report, TextWriter output, CancellationToken cancellationToken)
    {
        await using AskedStudy study = await AskedStudies.OpenAsync(storage, look, strategy: null, pruner: null, cancellationToken);
        await AskedStudies.AnswerAsync(
            output,
            async answer => answer.WriteBoolean("prune", await study.ReportAsync(report.Trial, report.Step, report.Value, cancellationToken)));
    }
}
