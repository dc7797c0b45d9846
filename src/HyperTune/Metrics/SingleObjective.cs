namespace HyperTune.Metrics;

/// <summary>The metrics of a study whose objective is one number.</summary>
internal sealed class SingleObjective : MetricsDescriptor<double>
{
    private SingleObjective(OptimizationDirection direction) => Initialize([new Metric("value", 0, direction)]);

    public static SingleObjective Minimize { get; } = new(OptimizationDirection.Minimize);

    public static SingleObjective Maximize { get; } = new(OptimizationDirection.Maximize);

    public override string Name => "Value";

    public static SingleObjective Of(OptimizationDirection direction) => direction == OptimizationDirection.Maximize ? Maximize : Minimize;

    public override void Encode(double metrics, Span<double> values) => values[0] = metrics;

    public override double Decode(ReadOnlySpan<double> values) => values[0];
}
