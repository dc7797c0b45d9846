namespace HyperTune.Studies.Engine;

/// <summary>What observers are told of.</summary>
internal enum ObservedKind
{
    /// <summary>Nothing: somebody wants to know when all before it has been seen.</summary>
    Nothing,

    /// <summary>A trial runs, for the first time or again.</summary>
    TrialStarted,

    /// <summary>A running trial has an intermediate value.</summary>
    Reported,

    /// <summary>A trial ended.</summary>
    TrialEnded,

    /// <summary>A run ended.</summary>
    RunEnded,
}
