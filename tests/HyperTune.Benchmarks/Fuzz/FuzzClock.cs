namespace HyperTune.Benchmarks;

/// <summary>A clock that stands still, so that a case is the same whenever it runs.</summary>
internal sealed class FuzzClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
}
