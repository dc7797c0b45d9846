namespace HyperTune;

/// <summary>A trial that was chosen from a front, and why.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Reason">Why it was chosen, in words.</param>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
public sealed record TrialChoice<T, TMetrics>(TrialRecord<T, TMetrics> Trial, string Reason)
    where TMetrics : struct, IMetrics<TMetrics>
{
    /// <summary>The chosen trial's config.</summary>
    public T Config => Trial.Config;

    /// <summary>The chosen trial's metrics.</summary>
    public TMetrics Metrics => Trial.Metrics;
}
