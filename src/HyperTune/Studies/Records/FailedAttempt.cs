namespace HyperTune;

/// <summary>An attempt at a trial that failed before the trial was run again.</summary>
/// <param name="Reason">Why it failed.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Duration">How long it ran.</param>
public sealed record FailedAttempt(string Reason, DateTimeOffset StartedAt, TimeSpan Duration)
{
    /// <summary>What made it fail; <see langword="null"/> when it was no exception, or when the attempt was made in another process.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What kind of failure it was.</summary>
    public FailureCause Cause { get; init; }

    /// <summary>The reason and the duration in one line.</summary>
    public override string ToString() => $"failed after {Duration:c}: {Text.Printable.Of(Reason)}";
}
