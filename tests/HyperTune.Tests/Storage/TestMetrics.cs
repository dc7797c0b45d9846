namespace HyperTune.Tests;

/// <summary>Two objectives and a limited quantity between them, and two records.</summary>
internal sealed class TestMetrics : MetricsDescriptor<double[]>
{
    public TestMetrics() => Initialize(
        [
            new Metric("Loss", 0, OptimizationDirection.Minimize),
            new Metric("Memory", 1, null, atLeast: 1, atMost: 8),
            new Metric("Speed", 2, OptimizationDirection.Maximize, atMost: 100),
        ],
        [MetricRecord.OfText("Word"), MetricRecord.OfNumber<double>("Size")]);

    public override string Name => nameof(TestMetrics);

    public override void Encode(double[] metrics, Span<double> values) => metrics.CopyTo(values);

    public override double[] Decode(ReadOnlySpan<double> values) => values.ToArray();
}
