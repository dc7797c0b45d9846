using HyperTune.Stopping;

namespace HyperTune;

public abstract partial class StoppingRule
{
    /// <summary>A rule that ends no run: the result says when it would have (<see cref="StudyResult{T}.Stopping"/>).</summary>
    /// <param name="rule">The rule to watch.</param>
    public static StoppingRule Watch(StoppingRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.IsWatched ? rule : new WatchedRule(rule);
    }

    private sealed class WatchedRule(StoppingRule rule) : StoppingRule
    {
        internal override StopReason Reason => rule.Reason;

        internal override bool IsWatched => true;

        public override string ToString() => $"Watch({rule})";

        internal override StoppingRun Start(StoppingContext context) => rule.Start(context);
    }
}
