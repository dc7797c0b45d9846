namespace HyperTune.Cli.Commands;

/// <summary>Why a command cannot do what it was asked for; the message is for the user.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="exitCode">What the tool ends with.</param>
internal sealed class CommandException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    /// <summary>What the tool ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
