namespace HyperTune;

/// <summary>What happens when a stored study is continued with another search space than the one it was run with.</summary>
/// <remarks>
/// Where the study is continued, its earlier trials are read with the current space: parameters that were added get their default, removed ones are
/// dropped.
/// </remarks>
public enum ChangedSpacePolicy
{
    /// <summary>The study is not opened; a <see cref="SpaceChangedException"/> lists the differences.</summary>
    Refuse = 0,

    /// <summary>
    /// The study goes on. Strategies learn from the earlier trials that lie in the current space; those with a value outside a narrowed range or with a
    /// removed choice stay only in the list of trials.
    /// </summary>
    ContinueWithWhatFits = 1,

    /// <summary>
    /// The study goes on, and strategies also learn from earlier trials with a value outside a narrowed range: as if they had been run with the nearest
    /// value that is allowed now. Trials with a removed choice stay only in the list.
    /// </summary>
    ContinueWithNearest = 2,
}
