namespace HyperTune;

/// <summary>
/// Marks a partial record struct as the outcome of an objective that yields several numbers. The generator gives it a static property <c>Metrics</c>, the
/// descriptor of its metrics: names, directions and limits.
/// </summary>
/// <remarks>
/// Each property or positional parameter of a numeric type, or of <see cref="TimeSpan"/> (in seconds), with <see cref="MaximizeAttribute"/>,
/// <see cref="MinimizeAttribute"/>, <see cref="AtMostAttribute"/> or <see cref="AtLeastAttribute"/> is a metric. A metric with a direction is an objective, one with a limit is a
/// constraint on the outcome; it can be both. At least one must be an objective. A member with
/// <see cref="RecordAttribute"/> is no metric, but is kept beside them.
/// </remarks>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class MetricsAttribute : Attribute;
