using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>A command on one study of a journal, whose name may be left out where there is only one.</summary>
internal abstract class StudyTaskCommand : JournalCommand
{
    private readonly Argument<string?> _study = new("STUDY")
    {
        Description = "The study's name; may be left out where the journal has one study.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <inheritdoc cref="JournalCommand(string, string, IEnumerable{string})"/>
    protected StudyTaskCommand(string name, string description, params IEnumerable<string> examples)
        : base(name, description, examples)
    {
        Add(_study);
        CompleteStudies(_study);
    }

    /// <summary>Does what the command does.</summary>
    /// <param name="study">The study.</param>
    /// <param name="storage">The journal that it is in.</param>
    /// <param name="line">The command line.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandException">It cannot be done.</exception>
    protected abstract Task RunAsync(RestoredStudy study, JournalStorage storage, ParseResult line, CancellationToken cancellationToken);

    protected sealed override async Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        string name = line.GetValue(_study) ?? await OnlyOfAsync(storage, cancellationToken);
        await using RestoredStudy study = await RestoredStudy.OpenAsync(storage, name, cancellationToken);
        await RunAsync(study, storage, line, cancellationToken);
    }

    private static async Task<string> OnlyOfAsync(JournalStorage storage, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = await storage.ListAsync(cancellationToken);
        return names switch
        {
            [] => throw new CommandException($"The {storage} has no studies."),
            [var only] => only,
            _ => throw new CommandException($"The {storage} has {names.Count} studies; name one: '{string.Join("', '", names)}'.", ExitCode.Usage),
        };
    }
}
