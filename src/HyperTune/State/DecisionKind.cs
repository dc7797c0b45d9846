using HyperTune.Studies.Diagnostics;

namespace HyperTune.State;

/// <summary>Whether a command is carried out, or why not.</summary>
internal enum DecisionKind
{
    /// <summary>It is carried out, or was before.</summary>
    Done,

    /// <summary>Something else happened first: ask again with what is known now.</summary>
    Retry,

    /// <summary>There is nothing to do it to.</summary>
    Nothing,

    /// <summary>As many trials as allowed have started, here or elsewhere.</summary>
    BudgetSpent,

    /// <summary>The trial has ended.</summary>
    TrialEnded,

    /// <summary>The trial has not ended.</summary>
    TrialOpen,

    /// <summary>The trial has a report for that step.</summary>
    KnownStep,

    /// <summary>Somebody else runs the trial by now, or it waits.</summary>
    TrialElsewhere,
}
