namespace HyperTune.Stopping;

/// <summary>What a stopping rule knows of a study in advance.</summary>
internal sealed record StoppingContext
{
    /// <summary>The space that is searched.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Whether the objective is known to have no noise, or to have some; <see langword="null"/> where that is not known.</summary>
    public required bool? IsDeterministic { get; init; }

    /// <summary>1 where smaller values are better, -1 where larger ones are.</summary>
    public required double Sign { get; init; }

    /// <summary>A loss as users see it.</summary>
    public double ToValue(double loss) => (Sign * loss) + 0.0;
}
