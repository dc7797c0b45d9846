using HyperTune.Numerics;

namespace HyperTune;

/// <summary>
/// How often trials that did not come to an end are run again, under their numbers and with their configs. Immutable; every value is checked when it is
/// set.
/// </summary>
/// <example>
/// <code>
/// Retries = new Retries { Failed = 2, When = e => e is HttpRequestException, BackOff = attempt => TimeSpan.FromSeconds(10 * attempt) }
/// </code>
/// </example>
public sealed record Retries
{
    /// <summary>How often a trial whose process ended before it did is run again before it counts as failed; at least 0. Only in stored studies.</summary>
    /// <remarks>A trial that ends because its run is cancelled is kept for the next run as well, but that does not count.</remarks>
    /// <value>By default 3. With 0, interrupted trials fail at once, and cancelled ones end as <see cref="TrialState.Cancelled"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Interrupted
    {
        get;
        init
        {
            Guard.AtLeast(value, 0, nameof(Interrupted));
            field = value;
        }
    }
    = 3;

    /// <summary>
    /// How often a trial of a run whose objective threw is run again before it counts as failed; at least 0. An attempt that fails costs no budget, and
    /// <see cref="TrialRecord{T}.FailedAttempts"/> keeps it.
    /// </summary>
    /// <value>By default 0: never.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Failed
    {
        get;
        init
        {
            Guard.AtLeast(value, 0, nameof(Failed));
            field = value;
        }
    }

    /// <summary>
    /// How often a trial of a run that took too long (<see cref="StudyOptions.TrialTimeLimit"/>) is run again before it counts as failed; at least 0. It is counted apart
    /// from <see cref="Failed"/>.
    /// </summary>
    /// <remarks>Where the objective was abandoned, it may still run beside the next attempt at the same trial, and has the path of the same directory.</remarks>
    /// <value>By default 0: never.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int TimedOut
    {
        get;
        init
        {
            Guard.AtLeast(value, 0, nameof(TimedOut));
            field = value;
        }
    }

    /// <summary>
    /// After which exceptions a trial is run again, where <see cref="Failed"/> is above 0. What the objective returns, such as
    /// <see cref="TrialOutcome.Failed"/>, is never tried again. It is not asked about trials that took too long: <see cref="TimedOut"/> alone says it of them.
    /// </summary>
    /// <value>By default <see langword="null"/>: after those that <see cref="StudyOptions.Expected"/> names.</value>
    public Func<Exception, bool>? When { get; init; }

    /// <summary>
    /// How long a trial waits before it is run again, by how many of its attempts have failed or took too long (1 before the first retry); zero or longer. Other trials
    /// run meanwhile, and a run that has nothing else to do waits. Whoever waits looks every 50 ms.
    /// </summary>
    /// <value>By default <see langword="null"/>: no time.</value>
    public Func<int, TimeSpan>? BackOff { get; init; }
}
