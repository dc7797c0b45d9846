namespace HyperTune.Cli.Commands;

/// <summary>What the tool ends with.</summary>
internal static class ExitCode
{
    /// <summary>It worked.</summary>
    public const int Done = 0;

    /// <summary>What was asked for is not there, cannot be read, or was not done.</summary>
    public const int Failed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;
}
