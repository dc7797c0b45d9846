namespace HyperTune;

/// <summary>
/// How a study chooses the next config. A strategy is an immutable description that any number of studies can share; <see cref="Start"/> creates the
/// state machine that one study talks to.
/// </summary>
public abstract partial class Strategy
{
    /// <summary>The strategy's name and settings in one line, for logs and results.</summary>
    public abstract override string ToString();

    /// <summary>Starts the strategy for one study.</summary>
    /// <param name="context">The space, the seed and what else the study knows in advance.</param>
    /// <exception cref="ArgumentException">The strategy cannot work on the space; the message says why and what would help.</exception>
    public abstract StrategyRun Start(StrategyContext context);

    /// <summary>Whether trials go on from the checkpoints of others (<see cref="StrategyRun.Parent"/>), so that these have to be kept.</summary>
    internal virtual bool ContinuesTrials => false;

    /// <summary>The pruner without which the strategy does not work; <see langword="null"/> for most.</summary>
    internal virtual Pruner? OwnPruner => null;

    /// <summary>Whether trials outside of the part of a space that it searches make the strategy better inside; elsewhere they mislead more than they help.</summary>
    internal virtual bool LearnsAcrossParts => false;
}
