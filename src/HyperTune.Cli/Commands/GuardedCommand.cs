using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>A command on files: it says in one line what went wrong, and never shows a stack trace for what a file holds.</summary>
internal abstract class GuardedCommand : Command
{
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Command lines, without the tool's name.</param>
    protected GuardedCommand(string name, string description, params IEnumerable<string> examples)
        : base(name, $"{description}\n\nExamples:\n{string.Join('\n', examples.Select(static example => $"  hypertune {example}"))}")
        => SetAction(RunGuardedAsync);

    /// <summary>Does what the command does.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandException">It cannot be done.</exception>
    protected abstract Task RunAsync(ParseResult line, CancellationToken cancellationToken);

    /// <summary>Where a command writes its result.</summary>
    protected static TextWriter OutputOf(ParseResult line) => line.InvocationConfiguration.Output;

    private async Task<int> RunGuardedAsync(ParseResult line, CancellationToken cancellationToken)
    {
        string message;
        int exitCode = ExitCode.Failed;
        try
        {
            await RunAsync(line, cancellationToken);
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
}
