namespace HyperTune.Tests;

/// <summary>A clock that goes on only when told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _ticks;

    public DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public void Advance(double seconds) => Advance(TimeSpan.FromSeconds(seconds));
}
