namespace HyperTune;

/// <summary>An outcome that consists of several numbers. The generator implements it on every type marked with <see cref="MetricsAttribute"/>.</summary>
/// <typeparam name="TSelf">The outcome type itself.</typeparam>
public interface IMetrics<TSelf>
    where TSelf : struct, IMetrics<TSelf>
{
    /// <summary>The descriptor of the metrics: names, directions, limits, and the code that reads the values.</summary>
    static abstract MetricsDescriptor<TSelf> Metrics { get; }
}
