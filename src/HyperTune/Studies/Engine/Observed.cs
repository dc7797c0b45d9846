using System.Runtime.InteropServices;

namespace HyperTune.Studies.Engine;

/// <summary>Something that observers are told, as it was.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Observed
{
    public required ObservedKind Kind { get; init; }

    /// <summary>The trial's number.</summary>
    public int Number { get; init; }

    /// <summary>The trial as it was then, where it started or ended.</summary>
    public TrialView? Trial { get; init; }

    /// <summary>Whether the trial is the best so far, or one of those that no other one beats.</summary>
    public bool IsBest { get; init; }

    /// <summary>The intermediate value.</summary>
    public TrialReport Report { get; init; }

    /// <summary>All metrics at its step; <see langword="null"/> where the value is all that is known.</summary>
    public double[]? Metrics { get; init; }

    /// <summary>The study when the run ended.</summary>
    public StudyMoment? Moment { get; init; }

    /// <summary>Completed when the observer has seen it, or will never see it.</summary>
    public TaskCompletionSource? Seen { get; init; }
}
