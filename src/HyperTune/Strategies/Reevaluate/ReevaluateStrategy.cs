using HyperTune.Text;

namespace HyperTune.Strategies.Reevaluate;

/// <summary>The best configs again.</summary>
/// <param name="top">How many of them are tried again.</param>
/// <param name="times">How often each of them is.</param>
internal sealed class ReevaluateStrategy(int top, int times) : Strategy
{
    public override string ToString() => $"Reevaluate(top {NumberFormat.Invariant(top)}, times {NumberFormat.Invariant(times)})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new ReevaluateRun(context.Space, context.FirstTrial, top, times);
    }
}
