namespace HyperTune.Numerics.Normal;

/// <summary>The quantiles of a normal distribution truncated to an interval, accurate in both tails.</summary>
internal readonly struct TruncatedNormal
{
    private readonly double _mean;
    private readonly double _standardDeviation;
    private readonly double _sign;
    private readonly double _lower;
    private readonly double _mass;

    public TruncatedNormal(double mean, double standardDeviation, double low, double high)
    {
        // In the upper tail 1 - Phi loses its digits, so an interval above the mean is mirrored below it first.
        _sign = low > mean ? -1 : 1;
        double a = (low - mean) / standardDeviation;
        double b = (high - mean) / standardDeviation;
        if (_sign < 0)
        {
            (a, b) = (-b, -a);
        }

        _mean = mean;
        _standardDeviation = standardDeviation;
        _lower = StandardNormal.Cdf(a);
        _mass = StandardNormal.Cdf(b) - _lower;
    }

    /// <summary>The probability that an untruncated draw falls into the interval.</summary>
    public double Mass => _mass;

    /// <summary>The value below which the share <paramref name="unit"/> of the truncated distribution lies.</summary>
    public double Quantile(double unit)
    {
        // The sum can round to 1, whose quantile is infinite.
        double u = _sign < 0 ? 1 - unit : unit;
        double probability = Math.Min(_lower + (u * _mass), UnitInterval.Largest);
        return _mean + (_sign * _standardDeviation * StandardNormal.Quantile(probability));
    }

    /// <summary>How fast <see cref="Quantile"/> grows with <paramref name="unit"/>.</summary>
    public double Slope(double unit)
    {
        double z = (Quantile(unit) - _mean) / _standardDeviation;
        return _standardDeviation * _mass / StandardNormal.Density(z);
    }

    /// <summary>The share of the truncated distribution that lies below <paramref name="value"/>.</summary>
    public double Cdf(double value)
    {
        double z = _sign * (value - _mean) / _standardDeviation;
        double u = Math.Clamp((StandardNormal.Cdf(z) - _lower) / _mass, 0, 1);
        return _sign < 0 ? 1 - u : u;
    }
}
