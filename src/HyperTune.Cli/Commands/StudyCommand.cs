using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>A command on one study of a journal that is done as soon as the study is read.</summary>
internal abstract class StudyCommand : StudyTaskCommand
{
    /// <inheritdoc cref="JournalCommand(string, string, IEnumerable{string})"/>
    protected StudyCommand(string name, string description, params IEnumerable<string> examples)
        : base(name, description, examples)
    {
    }

    /// <summary>Does what the command does.</summary>
    /// <param name="study">The study.</param>
    /// <param name="storage">The journal that it is in.</param>
    /// <param name="line">The command line.</param>
    /// <exception cref="CommandException">It cannot be done.</exception>
    protected abstract void Run(RestoredStudy study, JournalStorage storage, ParseResult line);

    protected sealed override Task RunAsync(RestoredStudy study, JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        Run(study, storage, line);
        return Task.CompletedTask;
    }
}
