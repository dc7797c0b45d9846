using HyperTune.Text;

namespace HyperTune;

/// <summary>
/// Leaves the objective of a trial that the pruner stops; <see cref="Trial{T}.ThrowIfPruned"/> throws it. A run ends the trial as pruned when the objective
/// lets the exception through, alone or as the only content of an <see cref="AggregateException"/>.
/// </summary>
public sealed class TrialPrunedException : Exception
{
    private readonly object _trial;

    internal TrialPrunedException(object trial, string studyName, int trialNumber)
        : base($"Trial {trialNumber} of study '{Printable.Of(studyName)}' is pruned.")
    {
        _trial = trial;
        TrialNumber = trialNumber;
    }

    /// <summary>The number of the trial that is pruned.</summary>
    public int TrialNumber { get; }

    /// <summary>
    /// Whether an objective that threw <paramref name="exception"/> says that its own trial is pruned. One that runs another study inside may let the end
    /// of a trial of that one through, which is a failure of its own. The threads of a parallel loop may all have thrown.
    /// </summary>
    internal static bool Ends(object trial, Exception exception) => exception switch
    {
        TrialPrunedException pruned => ReferenceEquals(pruned._trial, trial),
        AggregateException { InnerExceptions: { Count: > 0 } inner } => inner.All(one => Ends(trial, one)),
        _ => false,
    };
}
