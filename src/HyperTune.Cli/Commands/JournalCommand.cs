using System.CommandLine;
using System.CommandLine.Completions;
using HyperTune.Cli.Import;

namespace HyperTune.Cli.Commands;

/// <summary>A command on a journal file.</summary>
internal abstract class JournalCommand : GuardedCommand
{
    private readonly Argument<string> _journal = new("JOURNAL") { Description = "The journal file." };

    /// <inheritdoc cref="GuardedCommand(string, string, IEnumerable{string})"/>
    protected JournalCommand(string name, string description, params IEnumerable<string> examples)
        : base(name, description, examples)
        => Add(_journal);

    /// <summary>Does what the command does.</summary>
    /// <param name="storage">The journal, which is there.</param>
    /// <param name="line">The command line.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandException">It cannot be done.</exception>
    protected abstract Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken);

    protected sealed override Task RunAsync(ParseResult line, CancellationToken cancellationToken)
        => RunAsync(Open(line.GetRequiredValue(_journal)), line, cancellationToken);

    /// <summary>Lets a shell complete the names of studies.</summary>
    protected void CompleteStudies(Argument studies) => studies.CompletionSources.Add(context =>
    {
        string? path = context.ParseResult.GetValue(_journal);
        try
        {
            // Reading a journal waits for nothing.
            return path is { Length: > 0 } && File.Exists(path) && !DatabaseFile.IsOne(path)
                ? new JournalStorage(path).ListAsync().AsTask().GetAwaiter().GetResult().Where(static name => Printable.Of(name) == name).Select(static name => new CompletionItem(name))
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // A shell that completes a line has no place for errors; the command itself will say it.
            return [];
        }
    });

    private static JournalStorage Open(string path)
    {
        if (path.Length == 0)
        {
            throw new CommandException("The name of the journal is empty.", ExitCode.Usage);
        }

        // The storage itself would take a file that is not there for a new journal.
        return File.Exists(path) ? DatabaseFile.IsOne(path)
                ? throw new CommandException($"'{path}' is an SQLite database and no journal. What Optuna keeps in it: hypertune import {path} --journal FILE")
                : new JournalStorage(path)
            : Directory.Exists(path) ? throw new CommandException($"'{path}' is a directory; name a journal file.")
            : throw new CommandException($"There is no file '{path}'.");
    }
}
