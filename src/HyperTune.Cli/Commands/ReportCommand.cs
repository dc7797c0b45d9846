using System.CommandLine;
using HyperTune.Views.Documents;
using HyperTune.Views.Pages;

namespace HyperTune.Cli.Commands;

/// <summary>Writes a page that shows a study.</summary>
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

    public ReportCommand()
        : base(
            "report",
            "Writes one HTML file that shows a study: it opens offline, and holds all that it needs.",
            "report digits.journal",
            "report shared.journal digits --output digits.html",
            "report shared.journal digits --with digits-random digits-tpe")
    {
        Add(_output);
        Add(_with);
    }

    protected override async Task RunAsync(RestoredStudy study, JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
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
}
