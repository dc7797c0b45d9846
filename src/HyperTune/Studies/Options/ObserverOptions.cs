using HyperTune.Numerics;

namespace HyperTune;

/// <summary>How an observer of a study is served. Immutable; every value is checked when it is set.</summary>
public sealed record ObserverOptions
{
    /// <summary>
    /// Whether the observer is also told of trials that other processes of a shared study run. While a run goes on here, it is told at most a second after
    /// such a trial started or ended; otherwise when this process asks for a trial or tells of one.
    /// </summary>
    /// <value>By default <see langword="false"/>.</value>
    public bool OtherProcesses { get; init; }

    /// <summary>
    /// How many events may wait for the observer; at least 1. While so many wait, whoever starts a trial, reports or ends one waits, too, so that a slow
    /// observer slows the study down and loses nothing.
    /// </summary>
    /// <value>By default 1024.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int QueueLength
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(QueueLength));
            field = value;
        }
    }
    = 1024;
}
