using HyperTune.Text;

namespace HyperTune;

/// <summary>One number of an outcome: an objective, a limited quantity, or both.</summary>
public sealed class Metric
{
    /// <summary>Creates a metric; called by generated code.</summary>
    /// <param name="name">The stable name.</param>
    /// <param name="index">The zero-based place among the metrics.</param>
    /// <param name="direction">Which way is better; <see langword="null"/> for a metric that only has limits.</param>
    /// <param name="atLeast">The smallest acceptable value; negative infinity for none.</param>
    /// <param name="atMost">The largest acceptable value; positive infinity for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limits leave nothing acceptable.</exception>
    public Metric(
        string name,
        int index,
        OptimizationDirection? direction,
        double atLeast = double.NegativeInfinity,
        double atMost = double.PositiveInfinity)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!(atLeast <= atMost))
        {
            throw new ArgumentOutOfRangeException(nameof(atMost), atMost, $"The upper limit must be at least the lower one, {NumberFormat.Invariant(atLeast)}.");
        }

        Name = name;
        Index = index;
        Direction = direction;
        AtLeast = atLeast;
        AtMost = atMost;
    }

    /// <summary>The stable name.</summary>
    public string Name { get; }

    /// <summary>The zero-based place among the metrics of its type.</summary>
    public int Index { get; }

    /// <summary>Which way is better; <see langword="null"/> for a metric that only has limits.</summary>
    public OptimizationDirection? Direction { get; }

    /// <summary>The smallest acceptable value; negative infinity for none.</summary>
    public double AtLeast { get; }

    /// <summary>The largest acceptable value; positive infinity for none.</summary>
    public double AtMost { get; }

    /// <summary>Whether the metric is to be made better.</summary>
    public bool IsObjective => Direction is not null;

    /// <summary>Whether the metric has a limit.</summary>
    public bool IsLimited => AtLeast > double.NegativeInfinity || AtMost < double.PositiveInfinity;

    /// <summary>By how much a value is outside the limits: 0 inside them; positive infinity for NaN where there is a limit.</summary>
    /// <param name="value">The metric's value.</param>
    public double Violation(double value)
        => double.IsNaN(value) ? (IsLimited ? double.PositiveInfinity : 0) : Math.Max(0, Math.Max(AtLeast - value, value - AtMost));

    /// <summary>By how much a value is outside the limits, as a share of the limit that it breaks; of a limit of 0, in the metric's unit.</summary>
    internal double RelativeViolation(double value)
    {
        double limit = Math.Abs(value < AtLeast ? AtLeast : AtMost);
        return limit is > 0 and < double.PositiveInfinity ? Violation(value) / limit : Violation(value);
    }

    /// <summary>A value turned so that smaller is better, or back; only for an objective.</summary>
    internal double ToLoss(double value) => Direction == OptimizationDirection.Maximize ? -value : value;

    /// <summary>The metric in words, for instance <c>LatencyMs: minimize, at most 20</c>.</summary>
    public override string ToString()
    {
        string?[] parts =
        [
            Direction?.ToString().ToLowerInvariant(),
            AtLeast > double.NegativeInfinity ? $"at least {NumberFormat.Invariant(AtLeast)}" : null,
            AtMost < double.PositiveInfinity ? $"at most {NumberFormat.Invariant(AtMost)}" : null,
        ];
        return $"{Name}: {string.Join(", ", parts.Where(static part => part is not null))}";
    }
}
