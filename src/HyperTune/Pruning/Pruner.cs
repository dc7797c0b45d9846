namespace HyperTune;

/// <summary>
/// When a trial that reports intermediate values is stopped early. A pruner is an immutable description that any number of studies can share;
/// <see cref="Start"/> creates the state machine that one study talks to.
/// </summary>
public abstract partial class Pruner
{
    /// <summary>No trial is stopped early. The default.</summary>
    public static Pruner None { get; } = new Never();

    /// <summary>The pruner's name and settings in one line, for logs and results.</summary>
    public abstract override string ToString();

    /// <summary>Starts the pruner for one study.</summary>
    /// <param name="context">What the study knows in advance.</param>
    public abstract PrunerRun Start(PrunerContext context);

    private sealed class Never : Pruner
    {
        public override string ToString() => "None";

        public override PrunerRun Start(PrunerContext context) => new Run();

        private sealed class Run : PrunerRun
        {
            public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports) => false;
        }
    }
}
