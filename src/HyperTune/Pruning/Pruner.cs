namespace HyperTune;

/// <summary>
/// When a trial that reports intermediate values is stopped early. A pruner is an immutable description that any number of studies can share;
/// <see cref="Start"/> creates the state machine that one study talks to.
/// </summary>
public abstract partial class Pruner
{
    /// <summary>No trial is stopped early. The default.</summary>
    public static Pruner None { get; } = new NoPruner();

    /// <summary>The pruner's name and settings in one line, for logs and results.</summary>
    public abstract override string ToString();

    /// <summary>Starts the pruner for one study.</summary>
    /// <param name="context">What the study knows in advance.</param>
    public abstract PrunerRun Start(PrunerContext context);
}
