using HyperTune.Pruning.Combined;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>Stops a trial that all of several pruners would stop at the same report: more careful than each of them.</summary>
    /// <remarks>Each of them sees all trials, also those that it alone would have stopped.</remarks>
    /// <param name="pruners">The pruners; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one judges a metric of its own (<see cref="By"/>).</exception>
    public static Pruner AllOf(params ReadOnlySpan<Pruner> pruners) => new CombinedPruner(pruners, needsAll: true);

    /// <summary>
    /// Stops a trial that at least one of several pruners would stop, for instance <c>Pruner.AnyOf(Pruner.Auto(), Pruner.Threshold(upper: 10))</c>.
    /// </summary>
    /// <remarks>What strategies learn of a stopped trial is what the first of them says that can tell its end (<see cref="PrunerRun.PredictFinal"/>).</remarks>
    /// <param name="pruners">The pruners; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one judges a metric of its own (<see cref="By"/>).</exception>
    public static Pruner AnyOf(params ReadOnlySpan<Pruner> pruners) => new CombinedPruner(pruners, needsAll: false);
}
