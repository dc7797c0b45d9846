namespace HyperTune.Studies.Engine;

/// <summary>
/// The time since a study was opened, taken from the monotonic clock so that a correction of the wall clock changes no duration.
/// </summary>
internal sealed class StudyClock(TimeProvider timeProvider)
{
    private readonly DateTime _origin = timeProvider.GetUtcNow().UtcDateTime;
    private readonly long _originTimestamp = timeProvider.GetTimestamp();

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_originTimestamp);

    /// <summary>The time now, in UTC.</summary>
    public DateTime Now => ToDateTime(Elapsed);

    public DateTime ToDateTime(TimeSpan elapsed) => _origin.AddTicks(elapsed.Ticks);
}
