namespace HyperTune;

/// <summary>Whether smaller or larger objective values are better.</summary>
public enum OptimizationDirection
{
    /// <summary>Smaller is better.</summary>
    Minimize = 1,

    /// <summary>Larger is better.</summary>
    Maximize = 2,
}
