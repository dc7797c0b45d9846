namespace HyperTune.Tests;

/// <summary>A loss, and two records.</summary>
internal sealed class RecordedLoss : MetricsDescriptor<double>
{
    private RecordedLoss() => Initialize(SingleObjective.Minimize.All, [MetricRecord.OfText("word"), MetricRecord.OfNumber<double>("size")]);

    public static RecordedLoss Instance { get; } = new();

    public override string Name => nameof(RecordedLoss);

    public override void Encode(double metrics, Span<double> values) => values[0] = metrics;

    public override double Decode(ReadOnlySpan<double> values) => values[0];
}
