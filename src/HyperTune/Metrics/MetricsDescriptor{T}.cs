using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The metrics of an outcome type. The generator derives one sealed class from it for each type marked with <see cref="MetricsAttribute"/>.</summary>
/// <typeparam name="TMetrics">The outcome type.</typeparam>
public abstract class MetricsDescriptor<TMetrics> : MetricsDescriptor
{
    /// <summary>Writes the values of an outcome in the order of <see cref="MetricsDescriptor.All"/>.</summary>
    /// <param name="metrics">The outcome.</param>
    /// <param name="values">Receives one value a metric.</param>
    public abstract void Encode(TMetrics metrics, Span<double> values);

    /// <summary>Sets <see cref="MetricsDescriptor.All"/>; called once, by generated constructors.</summary>
    /// <param name="metrics">All metrics in order.</param>
    protected void Initialize(ImmutableArray<Metric> metrics) => All = metrics;
}
