namespace HyperTune.Benchmarks;

/// <summary>Why many configs of a problem have exactly the same value.</summary>
internal enum PlateauKind
{
    /// <summary>Each numeric range is cut into 4 to 9 cells that the strategy does not know of, and the middle of a config's cells counts.</summary>
    Cells,

    /// <summary>Values are rounded up to a twentieth of what separates a middling random config from the best of 200.</summary>
    Rounded,
}
