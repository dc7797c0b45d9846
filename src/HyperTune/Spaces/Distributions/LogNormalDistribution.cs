using HyperTune.Numerics;
using HyperTune.Numerics.Normal;
using HyperTune.Spaces.Distributions;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Positive numbers whose logarithm is normal, truncated to an interval: continuous, or whole numbers.</summary>
public sealed class LogNormalDistribution : Distribution
{
    private readonly TruncatedNormal _logarithm;
    private readonly IntegerCells? _cells;
    private readonly Ends _ends;

    /// <summary>Creates the distribution.</summary>
    /// <param name="logMean">The mean of the natural logarithm before truncation; finite.</param>
    /// <param name="logStandardDeviation">The standard deviation of the natural logarithm before truncation; finite and positive.</param>
    /// <param name="low">The smallest value; at least 0 (1 for integers).</param>
    /// <param name="high">The largest value; finite for integers.</param>
    /// <param name="isInteger">Whether draws are rounded to whole numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside the range stated for it, or the interval has no probability.</exception>
    public LogNormalDistribution(
        double logMean,
        double logStandardDeviation,
        double low = 0,
        double high = double.PositiveInfinity,
        bool isInteger = false)
    {
        Guard.Finite(logMean);
        Guard.FiniteAndAbove(logStandardDeviation, 0);
        Guard.FiniteAndAtLeast(low, isInteger ? 1 : 0);
        if (double.IsNaN(high) || high < low)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The high end must be at least the low end, {NumberFormat.Invariant(low)}.");
        }

        if (isInteger)
        {
            Guard.Finite(high);
        }

        LogMean = logMean;
        LogStandardDeviation = logStandardDeviation;
        Low = low;
        High = high;
        IsInteger = isInteger;

        // 0 is none of the values: where the exponential is too small for a number, it is the smallest one.
        _ends = new Ends(low > 0 ? low : double.NegativeInfinity, high);
        double margin = isInteger ? 0.5 : 0;
        _logarithm = new TruncatedNormal(logMean, logStandardDeviation, Math.Log(low - margin), Math.Log(high + margin));
        if (!(_logarithm.Mass > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(low), low, "The interval is so far from the mean that nothing can be drawn from it.");
        }

        _cells = isInteger ? new IntegerCells(low, high, value => _logarithm.Cdf(Math.Log(value)), ValueAt) : null;
    }

    /// <summary>The mean of the natural logarithm before truncation.</summary>
    public double LogMean { get; }

    /// <summary>The standard deviation of the natural logarithm before truncation.</summary>
    public double LogStandardDeviation { get; }

    /// <inheritdoc/>
    public override double Low { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <inheritdoc/>
    public override bool HasLowEnd => Low > 0;

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
            : _ends.Clamp(Math.Max(ValueAt(unit), double.Epsilon));
    }

    /// <inheritdoc/>
    public override double ToUnit(double value)
        => _cells?.ToUnit(value) ?? UnitInterval.Between(value > 0 ? _logarithm.Cdf(Math.Log(value)) : 0, value <= Low, value >= High);

    /// <inheritdoc/>
    public override double UnitSlope(double unit) => IsInteger ? double.NaN : ValueAt(unit) * _logarithm.Slope(UnitInterval.Inside(unit));

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
        return low < high ? new LogNormalDistribution(LogMean, LogStandardDeviation, low, high, IsInteger)
            : low == high ? UniformDistribution.Single(low)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => DistributionWords.LogNormal(LogMean, LogStandardDeviation, DistributionWords.Range(Low, High));

    internal override (double Begin, double End) CellAt(double unit) => _cells?.CellOf(FromUnit(unit)) ?? (unit, unit);

    internal override double Recognize(double value) => _ends.Recognize(value);

    private protected override double RoundingError(double value)
        => Math.Max(Ulps.Few, 8 + Math.Abs(LogMean) + (8 * LogStandardDeviation)) * Ulps.Of(value);

    internal override bool IsLogarithmic => Low > 0;

    internal override string ToAttribute(double low, double high, bool isInteger)
        => $"[LogNormal({Arguments(LogMean, LogStandardDeviation)}, Low = {NumberFormat.Invariant(low)}, High = {NumberFormat.Invariant(high)})]";

    internal override string Canonical
        => $"lognormal({NumberFormat.Invariant(LogMean)},{NumberFormat.Invariant(LogStandardDeviation)},{NumberFormat.Invariant(Low)},{NumberFormat.Invariant(High)},{(IsInteger ? 1 : 0)})";

    private protected override bool CoversOfSameKind(Distribution other)
        => other is LogNormalDistribution normal && normal.LogMean == LogMean && normal.LogStandardDeviation == LogStandardDeviation && base.CoversOfSameKind(other);

    private double ValueAt(double unit) => Math.Exp(_logarithm.Quantile(UnitInterval.Inside(unit)));
}
