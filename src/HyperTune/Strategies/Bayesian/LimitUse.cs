namespace HyperTune.Strategies.Bayesian;

/// <summary>How a suggestion goes by the limits.</summary>
internal enum LimitUse
{
    /// <summary>By models of the excesses as they are.</summary>
    Plain,

    /// <summary>By models that tell apart what lies next to a limit, at the cost of what lies far from it.</summary>
    Close,

    /// <summary>Not at all.</summary>
    Ignored,
}
