namespace HyperTune;

/// <summary>How a stored study is shared by processes, and how it is taken up again. Immutable; every value is checked when it is set.</summary>
/// <example><c>new StudyOptions { Storage = storage, Sharing = new SharingOptions { WorkerId = "job-3" } }</c>.</example>
public sealed record SharingOptions
{
    private static readonly TimeSpan MinimumLease = TimeSpan.FromSeconds(3);

    /// <summary>
    /// A name for this process among all that ever share the study, for instance a job's index; not empty. A worker that is restarted under its name
    /// first gets back the trials that it was running.
    /// </summary>
    /// <value>By default <see langword="null"/>: interrupted trials go to whoever asks next.</value>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    public string? WorkerId
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(WorkerId));
            }

            field = value;
        }
    }

    /// <summary>
    /// How long this process may give no sign of life before others count the trials that it runs as interrupted; at least 3 seconds. It gives three
    /// in that time. When a process on the same machine has ended, that is seen at once.
    /// </summary>
    /// <value>By default 2 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The lease is shorter than 3 seconds.</exception>
    public TimeSpan Lease
    {
        get;
        init => field = value >= MinimumLease
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Lease), value, $"The lease must be at least {MinimumLease.TotalSeconds} seconds.");
    }
    = TimeSpan.FromMinutes(2);

    /// <summary>What happens when the study in the storage was run with another search space.</summary>
    /// <value>By default <see cref="ChangedSpacePolicy.Refuse"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the policies.</exception>
    public ChangedSpacePolicy ChangedSpace
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(ChangedSpace), value, $"The policy must be one of {string.Join(", ", Enum.GetNames<ChangedSpacePolicy>())}.");
    }
    = ChangedSpacePolicy.Refuse;
}
