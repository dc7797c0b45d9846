namespace HyperTune.Metrics;

/// <summary>Time spans as numbers.</summary>
internal static class Seconds
{
    /// <summary>The time span of that many seconds: zero for NaN; beyond the range of the type, its nearer end.</summary>
    public static TimeSpan ToTimeSpan(double seconds)
    {
        double ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);
        return double.IsNaN(ticks) ? TimeSpan.Zero : new TimeSpan((long)ticks);
    }
}
