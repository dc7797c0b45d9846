using HyperTune.Numerics;
using HyperTune.Numerics.Normal;
using HyperTune.Spaces.Distributions;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Normally distributed numbers, truncated to an interval: continuous, or whole numbers.</summary>
public sealed class NormalDistribution : Distribution
{
    private readonly TruncatedNormal _normal;
    private readonly IntegerCells? _cells;
    private readonly Ends _ends;

    /// <summary>Creates the distribution.</summary>
    /// <param name="mean">The mean before truncation; finite.</param>
    /// <param name="standardDeviation">The standard deviation before truncation; finite and positive.</param>
    /// <param name="low">The smallest value; finite for integers.</param>
    /// <param name="high">The largest value; finite for integers.</param>
    /// <param name="isInteger">Whether draws are rounded to whole numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside the range stated for it, or the interval has no probability.</exception>
    public NormalDistribution(
        double mean,
        double standardDeviation,
        double low = double.NegativeInfinity,
        double high = double.PositiveInfinity,
        bool isInteger = false)
    {
        Guard.Finite(mean);
        Guard.FiniteAndAbove(standardDeviation, 0);
        if (double.IsNaN(low) || double.IsNaN(high) || high < low)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The high end must be at least the low end, {NumberFormat.Invariant(low)}.");
        }

        if (isInteger)
        {
            Guard.Range(low, high);
        }

        Mean = mean;
        StandardDeviation = standardDeviation;
        Low = low;
        High = high;
        IsInteger = isInteger;
        _ends = new Ends(low, high);
        double margin = isInteger ? 0.5 : 0;
        _normal = new TruncatedNormal(mean, standardDeviation, low - margin, high + margin);
        if (!(_normal.Mass > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(low), low, "The interval is so far from the mean that nothing can be drawn from it.");
        }

        _cells = isInteger ? new IntegerCells(low, high, _normal.Cdf, unit => _normal.Quantile(UnitInterval.Inside(unit))) : null;
    }

    /// <summary>The mean before truncation.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation before truncation.</summary>
    public double StandardDeviation { get; }

    /// <inheritdoc/>
    public override double Low { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <summary>Whether draws are rounded to whole numbers.</summary>
    public bool IsInteger { get; }

    /// <inheritdoc/>
    public override long? Count => IsInteger ? WholeNumbers.Count(Low, High) : null;

    /// <inheritdoc/>
    public override double FromUnit(double unit)
    {
        if (_cells is not null)
        {
            return _cells.FromUnit(unit);
        }

        return unit <= 0 && HasLowEnd ? Low
            : unit >= 1 && HasHighEnd ? High
            : _ends.Clamp(_normal.Quantile(UnitInterval.Inside(unit)));
    }

    /// <inheritdoc/>
    public override double ToUnit(double value) => _cells?.ToUnit(value) ?? UnitInterval.Between(_normal.Cdf(value), value <= Low, value >= High);

    /// <inheritdoc/>
    public override double UnitSlope(double unit) => IsInteger ? double.NaN : _normal.Slope(UnitInterval.Inside(unit));

    /// <inheritdoc/>
    public override double FromIndex(long index) => IsInteger ? Low + index : throw ContinuousHasNoIndex();

    /// <inheritdoc/>
    public override bool Contains(double value)
        => double.IsFinite(value) && value >= Low && value <= High && (!IsInteger || value == Math.Round(value));

    /// <inheritdoc/>
    public override double Snap(double value) => base.Snap(IsInteger ? Math.Round(value) : value);

    internal override Distribution? Narrow(double low, double high)
    {
        low = Math.Max(IsInteger ? Math.Ceiling(low) : low, Low);
        high = Math.Min(IsInteger ? Math.Floor(high) : high, High);

        // Of a single value nothing is left to be distributed.
        return low < high ? new NormalDistribution(Mean, StandardDeviation, low, high, IsInteger)
            : low == high ? UniformDistribution.Single(low)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => DistributionWords.Normal(Mean, StandardDeviation, DistributionWords.Range(Low, High));

    internal override (double Begin, double End) CellAt(double unit) => _cells?.CellOf(FromUnit(unit)) ?? (unit, unit);

    internal override double Recognize(double value) => _ends.Recognize(value);

    private protected override double RoundingError(double value) => Ulps.Few * Ulps.Of(Math.Min(Math.Abs(Mean) + (8 * StandardDeviation), double.MaxValue));

    internal override string ToAttribute(double low, double high, bool isInteger)
        => $"[Normal({Arguments(Mean, StandardDeviation)}, Low = {NumberFormat.Invariant(low)}, High = {NumberFormat.Invariant(high)})]";

    internal override string Canonical
        => $"normal({NumberFormat.Invariant(Mean)},{NumberFormat.Invariant(StandardDeviation)},{NumberFormat.Invariant(Low)},{NumberFormat.Invariant(High)},{(IsInteger ? 1 : 0)})";

    private protected override bool CoversOfSameKind(Distribution other)
        => other is NormalDistribution normal && normal.Mean == Mean && normal.StandardDeviation == StandardDeviation && base.CoversOfSameKind(other);
}
