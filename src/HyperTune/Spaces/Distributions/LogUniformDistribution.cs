using HyperTune.Numerics;
using HyperTune.Spaces.Distributions;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Positive numbers whose logarithm is uniform: continuous, or whole numbers.</summary>
public sealed class LogUniformDistribution : Distribution
{
    private readonly double _logLow;
    private readonly double _logHigh;
    private readonly Ends _ends;

    /// <summary>Creates the distribution over [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <param name="low">The smallest value; above 0 (at least 1 for integers).</param>
    /// <param name="high">The largest value; finite and at least <paramref name="low"/>.</param>
    /// <param name="isInteger">Whether only whole numbers are drawn. Each then owns the logarithmic width of [k - 1/2, k + 1/2].</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is outside the range stated for it.</exception>
    public LogUniformDistribution(double low, double high, bool isInteger = false)
    {
        Guard.Range(low, high);
        if (!(low > 0) || (isInteger && low < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(low), low, $"The low bound of a logarithmic range must be {(isInteger ? "at least 1" : "above 0")}.");
        }

        Low = low;
        High = high;
        IsInteger = isInteger;
        double margin = isInteger ? 0.5 : 0;
        _logLow = Math.Log(low - margin);
        _logHigh = Math.Log(high + margin);
        _ends = new Ends(low, high);
    }

    /// <inheritdoc/>
    public override double Low { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <summary>Whether only whole numbers are drawn.</summary>
    public bool IsInteger { get; }

    /// <inheritdoc/>
    public override long? Count => IsInteger ? WholeNumbers.Count(Low, High) : null;

    /// <inheritdoc/>
    public override double FromUnit(double unit)
    {
        double value = unit <= 0 ? Low : unit >= 1 ? High : ValueAt(unit);
        return _ends.Clamp(IsInteger ? Math.Round(value) : value);
    }

    /// <inheritdoc/>
    public override double ToUnit(double value)
        => _logHigh > _logLow ? Share(Math.Clamp(value, Low, High)) : 0.5;

    /// <inheritdoc/>
    public override double UnitSlope(double unit) => IsInteger ? double.NaN : (_logHigh - _logLow) * ValueAt(Math.Clamp(unit, 0, 1));

    /// <inheritdoc/>
    public override double FromIndex(long index) => IsInteger ? Low + index : throw ContinuousHasNoIndex();

    /// <inheritdoc/>
    public override bool Contains(double value) => value >= Low && value <= High && (!IsInteger || value == Math.Round(value));

    /// <inheritdoc/>
    public override double Snap(double value) => base.Snap(IsInteger ? Math.Round(value) : value);

    internal override Distribution? Narrow(double low, double high)
    {
        low = Math.Max(IsInteger ? Math.Ceiling(low) : low, Low);
        high = Math.Min(IsInteger ? Math.Floor(high) : high, High);
        return low < high ? new LogUniformDistribution(low, high, IsInteger)
            : low == high ? UniformDistribution.Single(low)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => DistributionWords.LogUniform(DistributionWords.Range(Low, High));

    internal override (double Begin, double End) CellAt(double unit)
    {
        if (!IsInteger)
        {
            return (unit, unit);
        }

        // The outer cells reach the ends, whatever the logarithms round to.
        double value = FromUnit(unit);
        return (value <= Low ? 0 : Share(value - 0.5), value >= High ? 1 : Share(value + 0.5));
    }

    internal override double Recognize(double value) => _ends.Recognize(value);

    private protected override double RoundingError(double value)
        => Math.Max(Ulps.Few, Math.Max(Math.Abs(_logLow), Math.Abs(_logHigh))) * Ulps.Of(value);

    internal override bool IsLogarithmic => true;

    internal override string ToAttribute(double low, double high, bool isInteger) => $"[LogUniform({Arguments(low, high)})]";

    internal override string Canonical => $"loguniform({NumberFormat.Invariant(Low)},{NumberFormat.Invariant(High)},{(IsInteger ? 1 : 0)})";

    private double Share(double value) => Math.Clamp((Math.Log(value) - _logLow) / (_logHigh - _logLow), 0, 1);

    private double ValueAt(double unit) => Math.Exp(_logLow + (unit * (_logHigh - _logLow)));
}
