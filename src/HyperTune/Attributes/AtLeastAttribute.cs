namespace HyperTune;

/// <summary>The metric has a lower limit: a config whose outcome is below it is not acceptable, however good its objectives are.</summary>
/// <param name="limit">The smallest acceptable value; finite.</param>
public sealed class AtLeastAttribute(double limit) : MetricAttribute
{
    /// <summary>The smallest acceptable value.</summary>
    public double Limit { get; } = limit;
}
