namespace HyperTune;

/// <summary>
/// Marks a method whose result says how good something is, with the direction in which it is better, so that the compiler can warn of a study that goes the
/// other way (HT4006). Methods of your own can be marked, too.
/// </summary>
/// <param name="direction">Which way is better.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScoreAttribute(OptimizationDirection direction) : Attribute
{
    /// <summary>Which way is better.</summary>
    public OptimizationDirection Direction { get; } = direction;
}
