namespace HyperTune.Terminal.Words;

/// <summary>Durations in words.</summary>
internal static class Durations
{
    /// <summary>A duration by its two largest units, for instance <c>12 s</c>, <c>3 min 5 s</c> and <c>2 d 4 h</c>; a started second counts.</summary>
    public static string Write(TimeSpan duration)
    {
        long seconds = Math.Max(0, (long)Math.Ceiling(duration.TotalSeconds));
        (long minutes, long hours, long days) = (seconds / 60, seconds / 3600, seconds / 86400);
        return minutes == 0 ? FormattableString.Invariant($"{seconds} s")
            : hours == 0 ? FormattableString.Invariant($"{minutes} min {seconds % 60} s")
            : days == 0 ? FormattableString.Invariant($"{hours} h {minutes % 60} min")
            : FormattableString.Invariant($"{days} d {hours % 24} h");
    }
}
