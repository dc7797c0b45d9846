using System.Collections.Immutable;

namespace HyperTune.Studies.Restored;

/// <summary>The metrics of a stored study whose outcome type is not known.</summary>
internal sealed class RestoredMetrics : MetricsDescriptor<double[]>
{
    /// <param name="metrics">The metrics that the study was created with.</param>
    /// <param name="records">The names of what its trials recorded beside them.</param>
    public RestoredMetrics(ImmutableArray<Metric> metrics, IEnumerable<string> records) => Initialize(metrics, [.. records.Select(MetricRecord.OfAny)]);

    public override string Name => "Metrics";

    internal override bool KeepsAllRecords => true;

    public override void Encode(double[] metrics, Span<double> values) => metrics.CopyTo(values);

    public override double[] Decode(ReadOnlySpan<double> values) => values.ToArray();
}
