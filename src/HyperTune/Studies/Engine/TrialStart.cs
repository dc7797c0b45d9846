namespace HyperTune;

/// <summary>What came of the wish to start a trial in a storage.</summary>
internal enum TrialStart
{
    /// <summary>The trial runs, and this process runs it.</summary>
    Started,

    /// <summary>Nothing was started, because something else happened first: ask again with what is known now.</summary>
    Retry,

    /// <summary>There is no such trial.</summary>
    Nothing,

    /// <summary>As many trials as allowed have started, here or elsewhere.</summary>
    BudgetSpent,
}
