namespace HyperTune.Benchmarks;

/// <summary>How long trials take; 1 on average.</summary>
internal enum DurationKind
{
    /// <summary>From 0.5 to 1.5.</summary>
    Even,

    /// <summary>As long as waiting for chance takes: most are short, a few very long.</summary>
    Exponential,
}
