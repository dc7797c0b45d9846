namespace HyperTune;

/// <summary>The metric has an upper limit: a config whose outcome is above it is not acceptable, however good its objectives are.</summary>
/// <param name="limit">The largest acceptable value; finite.</param>
public sealed class AtMostAttribute(double limit) : MetricAttribute
{
    /// <summary>The largest acceptable value.</summary>
    public double Limit { get; } = limit;
}
