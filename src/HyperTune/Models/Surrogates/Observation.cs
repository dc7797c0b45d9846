using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Surrogates;

/// <summary>What the models keep of a trial that ended.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Vector">Its vector.</param>
/// <param name="Value">Its objective, smaller is better; not a number when it has none.</param>
/// <param name="Violation">By how much it breaks outcome constraints; infinite for a failed trial.</param>
internal readonly record struct Observation(int Number, ReadOnlyMemory<double> Vector, double Value, double Violation)
{
    private readonly ObservationDetails? _details;

    /// <summary>All objectives, smaller is better; empty where there is one, or the trial has none.</summary>
    public ReadOnlyMemory<double> Losses => _details?.Losses ?? default;

    /// <summary>By how much each limit is exceeded, negative within; empty where there are none or they are not known.</summary>
    public ReadOnlyMemory<double> Excess => _details?.Excess ?? default;

    /// <summary>The derivatives of the first objective by the unit coordinates, in the order of the vector.</summary>
    /// <value><see langword="null"/> where the objective gave none.</value>
    public double[]? Gradient => _details?.Gradient;

    /// <summary>The standard error of the value.</summary>
    /// <value><see langword="null"/> where it is not known.</value>
    public double? StandardError => _details?.StandardError;

    /// <summary>What few trials have; <see langword="null"/> where there is nothing of it.</summary>
    public ObservationDetails? Details
    {
        init => _details = value;
    }

    /// <summary>Whether the trial lies outside of a narrowed space: models learn from it, and no suggestion can be like it.</summary>
    public bool IsOutside { get; init; }

    public bool HasValue => !double.IsNaN(Value);

    /// <summary>Whether the config worked and satisfied all outcome constraints.</summary>
    public bool IsFeasible => Violation <= 0;

    /// <summary>Whether it is known that the config does not work: the trial failed, or its objective is no number.</summary>
    public bool IsBroken => double.IsPositiveInfinity(Violation);

    /// <summary>What is kept of a trial.</summary>
    /// <param name="result">How it ended.</param>
    /// <param name="cube">The space, where it may have been narrowed; <see langword="null"/> where all trials lie inside.</param>
    public static Observation Of(in TrialResult result, UnitCube? cube)
    {
        double value = result.State is TrialState.Completed or TrialState.Pruned && result.Values.Length > 0 ? result.Values.Span[0] : double.NaN;
        bool isBroken = result.State == TrialState.Failed || double.IsInfinity(value) || (result.Values.Length > 0 && double.IsNaN(value));
        return new Observation(
            result.Number,
            result.Vector,
            double.IsFinite(value) ? value : double.NaN,
            isBroken ? double.PositiveInfinity : Math.Clamp(result.Violation, 0, double.MaxValue))
        {
            Details = ObservationDetails.Of(
                double.IsFinite(value) && result.Values.Length > 1 ? result.Values : default,
                result.Excess,
                result.Gradient.IsEmpty || result.State != TrialState.Completed ? null : result.Gradient.ToArray(),
                double.IsFinite(value) ? result.StandardError : null),
            IsOutside = cube?.IsInside(result.Vector.Span) == false,
        };
    }

    /// <summary>A total order that does not depend on when the trial was told: by number, and for trials of different studies by content.</summary>
    public static int Compare(Observation left, Observation right)
    {
        int order = left.Number.CompareTo(right.Number);
        if (order == 0)
        {
            order = left.Vector.Span.SequenceCompareTo(right.Vector.Span);
        }

        if (order == 0)
        {
            order = left.Value.CompareTo(right.Value);
        }

        return order == 0 ? left.Violation.CompareTo(right.Violation) : order;
    }
}
