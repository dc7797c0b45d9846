using HyperTune.Pruning;
using HyperTune.Text;

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

    /// <summary>This pruner, judging one of several objectives; a study with one objective needs no such choice.</summary>
    /// <param name="metric">The objective that the reported values are of, for instance <c>Score.Metrics.Accuracy</c>.</param>
    /// <exception cref="ArgumentException">The metric has no direction.</exception>
    public Pruner By(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.IsObjective
            ? new MetricPruner(this, metric)
            : throw new ArgumentException($"A pruner judges an objective, and {Printable.Of(metric.Name)} only has limits.", nameof(metric));
    }

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
