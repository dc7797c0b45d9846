namespace HyperTune.Numerics;

/// <summary>When a minimization ends and how far its first step goes.</summary>
internal readonly record struct LbfgsSettings
{
    /// <summary>The most steps to take.</summary>
    public required int MaximumIterations { get; init; }

    /// <summary>Ends when no component of the projected gradient is larger.</summary>
    public double GradientTolerance { get; init; }

    /// <summary>Ends when a step gains less than this share of the value's size (of 1, when that is larger).</summary>
    public double RelativeDecrease { get; init; }

    /// <summary>Ends when no coordinate moves farther.</summary>
    public double StepTolerance { get; init; }

    /// <summary>The most a coordinate moves in one step.</summary>
    public required double LargestStep { get; init; }
}
