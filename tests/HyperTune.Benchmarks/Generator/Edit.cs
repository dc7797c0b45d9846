namespace HyperTune.Benchmarks;

/// <summary>What happened to a project since the generator last ran on it.</summary>
internal enum Edit
{
    /// <summary>It never ran.</summary>
    Cold,

    /// <summary>A file without a search space was changed.</summary>
    Elsewhere,

    /// <summary>The range of one property was changed.</summary>
    OneRange,
}
