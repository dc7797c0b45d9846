namespace HyperTune.Tests;

/// <summary>A clock of a place: a moment that goes on when told to, and the time zone there.</summary>
internal sealed class ZonedTime(DateTimeOffset start, TimeZoneInfo zone) : TimeProvider
{
    private long _ticks;

    /// <summary>Two hours ahead of UTC until 25 October 2026, 1 o'clock UTC, and one hour from then on: the hour from 2 to 3 comes twice.</summary>
    public static TimeZoneInfo Summer { get; } = TimeZoneInfo.CreateCustomTimeZone(
        "Summer",
        TimeSpan.FromHours(1),
        "Summer",
        "standard",
        "daylight",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                new DateTime(2000, 1, 1),
                new DateTime(2099, 12, 31),
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday)),
        ]);

    public static TimeZoneInfo East { get; } = TimeZoneInfo.CreateCustomTimeZone("East", TimeSpan.FromHours(9), "East", "East");

    public static TimeZoneInfo West { get; } = TimeZoneInfo.CreateCustomTimeZone("West", TimeSpan.FromHours(-5), "West", "West");

    public override TimeZoneInfo LocalTimeZone => zone;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
