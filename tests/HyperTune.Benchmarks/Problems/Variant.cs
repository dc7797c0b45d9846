namespace HyperTune.Benchmarks;

/// <summary>Where a problem's optimum lies.</summary>
public enum Variant
{
    /// <summary>As published.</summary>
    Original,

    /// <summary>Axes mirrored at random and the optimum anywhere in the central 90 % of the box, by seed; mixed problems have their constants moved.</summary>
    Shifted,

    /// <summary>As shifted, and turned by a random rotation; continuous problems only.</summary>
    Rotated,

    /// <summary>As shifted, but the optimum at an end of the range of about half of the parameters; continuous problems only.</summary>
    Edge,
}
