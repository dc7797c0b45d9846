namespace HyperTune;

/// <summary>The time since a study was created, taken from the monotonic clock so that a correction of the wall clock changes no duration.</summary>
internal sealed class StudyClock(TimeProvider timeProvider)
{
    private readonly DateTimeOffset _origin = timeProvider.GetUtcNow();
    private readonly long _originTimestamp = timeProvider.GetTimestamp();

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_originTimestamp);

    public DateTimeOffset ToDateTime(long elapsedTicks) => _origin.AddTicks(elapsedTicks);

    public long ToTicks(DateTimeOffset time) => (time - _origin).Ticks;
}
