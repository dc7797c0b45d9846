using System.ComponentModel;
using HyperTune.Metrics;

namespace HyperTune.CompilerServices;

/// <summary>From a metric's number back to its type. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MetricValue
{
    /// <summary>The decimal nearest to a number: 0 for NaN; beyond the range of the type, its nearer end.</summary>
    /// <param name="value">The number.</param>
    public static decimal ToDecimal(double value) => value switch
    {
        double.NaN => 0,
        >= (double)decimal.MaxValue => decimal.MaxValue,
        <= (double)decimal.MinValue => decimal.MinValue,
        _ => (decimal)value,
    };

    /// <summary>The time span of that many seconds: zero for NaN; beyond the range of the type, its nearer end.</summary>
    /// <param name="seconds">The number of seconds.</param>
    public static TimeSpan ToTimeSpan(double seconds) => Seconds.ToTimeSpan(seconds);
}
