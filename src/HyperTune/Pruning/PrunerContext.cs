namespace HyperTune;

/// <summary>What a study tells its pruner in advance.</summary>
public sealed class PrunerContext
{
    /// <summary>The study's name.</summary>
    public required string StudyName { get; init; }

    /// <summary>Whether smaller or larger reports are better.</summary>
    public required OptimizationDirection Direction { get; init; }

    /// <summary>The value turned so that smaller is better; NaN stays as it is.</summary>
    /// <param name="value">A report or an objective's value.</param>
    public double ToLoss(double value) => Direction == OptimizationDirection.Maximize ? -value : value;
}
