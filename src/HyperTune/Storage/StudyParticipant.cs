using HyperTune.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HyperTune;

/// <summary>A process that takes part in a study, as storages see it.</summary>
public sealed record StudyParticipant
{
    /// <summary>
    /// A text of letters, digits, dots and hyphens that no other participant has. It names machine and process, so that a storage can see whether the
    /// process is still alive; see <see cref="StudyParticipants.IsAlive"/>.
    /// </summary>
    public required string Owner { get; init; }

    /// <summary>For how long a sign of life holds.</summary>
    /// <value>By default 2 minutes.</value>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock that the study goes by.</summary>
    /// <value>By default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where to log what the user should know.</summary>
    /// <value>By default nowhere.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Which of the values that trials recorded it wants to know.</summary>
    internal WantedRecords Records { get; init; } = WantedRecords.None;
}
