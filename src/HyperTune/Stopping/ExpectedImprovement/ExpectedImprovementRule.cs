using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Stopping.ExpectedImprovement;

/// <summary>The best expected improvement is below a tolerance, several looks in a row.</summary>
internal sealed class ExpectedImprovementRule : StoppingRule
{
    private readonly double? _tolerance;

    public ExpectedImprovementRule(double? tolerance)
    {
        if (tolerance is { } given)
        {
            Guard.FiniteAndAbove(given, 0, nameof(tolerance));
        }

        _tolerance = tolerance;
    }

    internal override StopReason Reason => StopReason.LittleToExpect;

    public override string ToString() => _tolerance is { } tolerance ? $"ExpectedImprovement(tolerance {NumberFormat.Invariant(tolerance)})" : "ExpectedImprovement";

    internal override StoppingRun Start(StoppingContext context) => new ExpectedImprovementRun(context, _tolerance);
}
