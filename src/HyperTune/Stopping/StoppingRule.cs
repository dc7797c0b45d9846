using HyperTune.Stopping;

namespace HyperTune;

/// <summary>
/// When a study has been searched enough, judged by its trials (<see cref="Budget.StopWhen"/>). A rule is an immutable description that any number of studies
/// can share.
/// </summary>
/// <remarks>
/// Every rule is a function of the trials that ended, in the order of their ends or, in a study that is the same with any number of workers
/// (<see cref="StudyOptions.ReproducibleUpTo"/>), of their numbers. It looks at all trials of the study, whichever run or process they come from: a run of a
/// study whose trials meet the rule already ends at once. Rules are about one objective.
/// </remarks>
public abstract partial class StoppingRule
{
    private protected StoppingRule()
    {
    }

    /// <summary>The rule's name and settings in one line, for logs and results.</summary>
    public abstract override string ToString();

    /// <summary>Why a run has ended that this rule ended.</summary>
    internal abstract StopReason Reason { get; }

    /// <summary>Whether the rule ends no run, and only says when it would have.</summary>
    internal virtual bool IsWatched => false;

    /// <summary>Starts the rule for one study.</summary>
    /// <param name="context">What the study knows in advance.</param>
    internal abstract StoppingRun Start(StoppingContext context);
}
