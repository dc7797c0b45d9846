using HyperTune.Numerics;
using HyperTune.Spaces.Distributions;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Numbers that are all equally likely: continuous, or equally spaced when there is a step.</summary>
public sealed class UniformDistribution : Distribution
{
    private readonly StepSequence _steps;
    private readonly Ends _ends;

    /// <summary>Creates the distribution over [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <param name="low">The smallest value; finite.</param>
    /// <param name="high">The largest value; finite and at least <paramref name="low"/>.</param>
    /// <param name="step">The distance between neighbours; 0, the default, means continuous.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A bound is not finite, <paramref name="high"/> is below <paramref name="low"/>, or the step is negative, or so small that there are more than
    /// 2^63 steps.
    /// </exception>
    public UniformDistribution(double low, double high, double step = 0)
    {
        Guard.Range(low, high);
        Guard.FiniteAndAtLeast(step, 0);
        Low = low;
        High = high;
        Step = step;
        _ends = new Ends(low, high);
        _steps = step > 0 ? new StepSequence(low, high, step) : default;
    }

    /// <inheritdoc/>
    public override double Low { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <summary>The distance between neighbouring values; 0 when continuous.</summary>
    public double Step { get; }

    /// <inheritdoc/>
    public override long? Count => Step > 0 ? _steps.Count : null;

    /// <inheritdoc/>
    public override double FromUnit(double unit)
        => Step > 0 ? _steps.FromUnit(unit) : _ends.Clamp(unit <= 0 ? Low : unit >= 1 ? High : (Low * (1 - unit)) + (High * unit));

    /// <inheritdoc/>
    public override double ToUnit(double value)
    {
        if (Step > 0)
        {
            return _steps.ToUnit(value);
        }

        // Halved where High - Low itself overflows.
        double width = High - Low;
        double share = double.IsFinite(width) ? (value - Low) / width : ((value / 2) - (Low / 2)) / ((High / 2) - (Low / 2));
        return width > 0 ? Math.Clamp(share, 0, 1) : 0.5;
    }

    /// <inheritdoc/>
    public override double UnitSlope(double unit) => Step > 0 ? double.NaN : High - Low;

    /// <inheritdoc/>
    public override double FromIndex(long index) => Step > 0 ? _steps.Value(index) : throw ContinuousHasNoIndex();

    /// <inheritdoc/>
    public override bool Contains(double value) => Step > 0 ? _steps.Contains(value) : value >= Low && value <= High;

    /// <inheritdoc/>
    public override double Snap(double value) => Step > 0 ? _steps.Snap(value) : base.Snap(value);

    internal override Distribution? Narrow(double low, double high)
    {
        low = Math.Max(low, Low);
        high = Math.Min(high, High);
        if (Step > 0 && low <= high)
        {
            // The nearest values of the grid; where these lie outside, and not by rounding, the next ones.
            (double first, double last) = (Snap(low), Snap(high));
            low = first >= low || Contains(low) ? first : Snap(first + Step);
            high = last <= high || Contains(high) ? last : Snap(last - Step);
        }

        return low < high ? new UniformDistribution(low, high, Step)
            : low == high ? Single(low)
            : null;
    }

    /// <summary>A single value, which counts as one also where it is left of a continuous range.</summary>
    internal static UniformDistribution Single(double value) => new(value, value, step: 1);

    /// <inheritdoc/>
    public override string ToString() => DistributionWords.Uniform(DistributionWords.Range(Low, High), Step == 0 || Low == High ? null : Step);

    internal override (double Begin, double End) CellAt(double unit) => Step > 0 ? _steps.CellAt(unit) : (unit, unit);

    internal override double Recognize(double value)
    {
        double recognized = _ends.Recognize(value);
        return Step > 0 && _steps.Contains(recognized) ? _steps.Snap(recognized) : recognized;
    }

    private protected override double RoundingError(double value) => Ulps.Few * Ulps.Of(Math.Max(Math.Abs(Low), Math.Abs(High)));

    internal override string ToAttribute(double low, double high, bool isInteger)
        => $"[Uniform({Arguments(low, high)}{(Step == 0 || (isInteger && Step == 1) ? "" : $", Step = {NumberFormat.Invariant(Step)}")})]";

    internal override string Canonical => $"uniform({NumberFormat.Invariant(Low)},{NumberFormat.Invariant(High)},{NumberFormat.Invariant(Step)})";
}
