namespace HyperTune.Strategies.Gradient;

/// <summary>A trial as far as local runs need it.</summary>
internal struct KnownTrial
{
    public KnownTrial()
    {
    }

    public required int Number { get; init; }

    public required ReadOnlyMemory<double> Vector { get; set; }

    public bool HasEnded { get; private set; }

    /// <summary>Whether there is a value to go by: of a completed trial that keeps the outcome constraints.</summary>
    public readonly bool IsUsable => double.IsFinite(Value);

    /// <summary>The loss; not a number where there is none.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>The derivatives of the loss by the unit coordinates.</summary>
    public ReadOnlyMemory<double> Gradient { get; private set; }

    /// <summary>Whether it is a step of a local run; the others are starting points.</summary>
    public bool IsStep { get; set; }

    public void End(in TrialResult result)
    {
        HasEnded = true;
        Vector = result.Vector;
        bool isUsable = result is { State: TrialState.Completed, Values.IsEmpty: false } && !(result.Violation > 0);
        Value = isUsable ? result.Values.Span[0] : double.NaN;
        Gradient = isUsable ? result.Gradient : default;
    }
}
