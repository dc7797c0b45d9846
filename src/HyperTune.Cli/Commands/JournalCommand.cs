using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>A command on a journal file: it says in one line what went wrong, and never shows a stack trace for what a file holds.</summary>
internal abstract class JournalCommand : Command
{
    private readonly Argument<string> _journal = new("JOURNAL") { Description = "The journal file." };

    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Command lines, without the tool's name.</param>
    protected JournalCommand(string name, string description, params IEnumerable<string> examples)
        : base(name, $"{description}\n\nExamples:\n{string.Join('\n', examples.Select(static example => $"  hypertune {example}"))}")
    {
        Add(_journal);
        SetAction(RunGuardedAsync);
    }

    /// <summary>Does what the command does.</summary>
    /// <param name="storage">The journal, which is there.</param>
    /// <param name="line">The command line.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandException">It cannot be done.</exception>
    protected abstract Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken);

    /// <summary>Where a command writes its result.</summary>
    protected static TextWriter OutputOf(ParseResult line) => line.InvocationConfiguration.Output;

    private async Task<int> RunGuardedAsync(ParseResult line, CancellationToken cancellationToken)
    {
        string message;
        int exitCode = ExitCode.Failed;
        try
        {
            await RunAsync(Open(line.GetRequiredValue(_journal)), line, cancellationToken);
            return ExitCode.Done;
        }
        catch (CommandException exception)
        {
            (message, exitCode) = (exception.Message, exception.ExitCode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException)
        {
            message = exception.Message;
        }

        await OutputOf(line).FlushAsync(CancellationToken.None);
        await line.InvocationConfiguration.Error.WriteLineAsync(Printable.Of(message));
        return exitCode;
    }

    private static JournalStorage Open(string path)
    {
        if (path.Length == 0)
        {
            throw new CommandException("The name of the journal is empty.", ExitCode.Usage);
        }

        // The storage itself would take a file that is not there for a new journal.
        return File.Exists(path) ? new JournalStorage(path)
            : Directory.Exists(path) ? throw new CommandException($"'{path}' is a directory; name a journal file.")
            : throw new CommandException($"There is no file '{path}'.");
    }
}
