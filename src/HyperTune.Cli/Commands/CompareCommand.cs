using System.CommandLine;
using HyperTune.Cli.Output;

namespace HyperTune.Cli.Commands;

/// <summary>Shows studies side by side.</summary>
internal sealed class CompareCommand : JournalCommand
{
    private readonly Argument<string[]> _studies = new("STUDY")
    {
        Description = "The names of the studies; at least two.",
        Arity = new ArgumentArity(2, 1000),
    };

    public CompareCommand()
        : base("compare", "Shows studies of a journal side by side: trials, best values and best configs.", "compare shared.journal baseline wider")
    {
        Add(_studies);
        CompleteStudies(_studies);
    }

    protected override async Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        var studies = new List<RestoredStudy>();
        try
        {
            foreach (string name in line.GetRequiredValue(_studies))
            {
                studies.Add(await RestoredStudy.OpenAsync(storage, name, cancellationToken));
            }

            Write(OutputOf(line), studies);
        }
        finally
        {
            foreach (RestoredStudy study in studies)
            {
                await study.DisposeAsync();
            }
        }
    }

    private static void Write(TextWriter output, List<RestoredStudy> studies)
    {
        var table = new TextTable(["", .. studies.Select(static study => study.Name)]);
        table.Add(["Goal", .. studies.Select(StudyText.Goal)]);
        table.Add(["Trials", .. studies.Select(StudyText.Counts)]);
        table.Add(["Best", .. studies.Select(StudyText.Reached)]);

        // Of several objectives there is no best config.
        Dictionary<string, string>[] configs =
        [
            .. studies.Select(static study => study.Objectives.Length == 1 && study.Result.BestOrDefault is { } best
                ? new Dictionary<string, string>(StudyText.ConfigOf(best), StringComparer.Ordinal)
                : []),
        ];
        foreach (string name in studies.SelectMany(static study => study.Space.Parameters).Select(static parameter => parameter.Name).Distinct(StringComparer.Ordinal))
        {
            table.Add([name, .. configs.Select(config => config.GetValueOrDefault(name, ""))]);
        }

        table.Write(output);
    }
}
