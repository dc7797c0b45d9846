using System.Globalization;

namespace HyperTune;

/// <summary>How <see cref="SpectreProgress"/> shows a study. Immutable; every value is checked when it is set.</summary>
public sealed record SpectreProgressOptions
{
    private const int MaximumRunningTrials = 1024;

    /// <summary>Writes a value of the objective; it is called for one value at a time, on any thread.</summary>
    /// <value>By default six digits, as in <c>0.984375</c>.</value>
    public Func<double, string> ValueFormat
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(ValueFormat));
    }
    = static value => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>How many of the running trials have a line of their own, the longest running first; from 0 to 1024.</summary>
    /// <value>By default 8.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0 to 1024.</exception>
    public int RunningTrials
    {
        get;
        init => field = value is >= 0 and <= MaximumRunningTrials
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RunningTrials), value, $"The number of running trials must be from 0 to {MaximumRunningTrials}.");
    }
    = 8;

    /// <summary>Whether a run that has a result ends with a table (lines, where the output is no terminal): the best trial and its config, counts and duration.</summary>
    /// <value>By default <see langword="true"/>.</value>
    public bool ShowsResult { get; init; } = true;

    /// <summary>The clock for times and for redrawing; the study's own is <see cref="StudyOptions.TimeProvider"/>.</summary>
    /// <value>By default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    }
    = TimeProvider.System;
}
