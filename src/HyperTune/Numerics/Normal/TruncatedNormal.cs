namespace HyperTune.Numerics.Normal;

/// <summary>The quantiles of a normal distribution truncated to an interval, accurate in both tails.</summary>
internal readonly struct TruncatedNormal
{
    // Beyond, probabilities within the interval are no normal numbers any more: their logarithms are computed with instead.
    private const double DeepTail = -35;
    private const int MostSteps = 20;

    private readonly double _mean;
    private readonly double _standardDeviation;
    private readonly double _sign;
    private readonly double _a;
    private readonly double _b;
    private readonly double _lower;
    private readonly double _mass;

    // In the deep tail: ln Phi(b) and Phi(a) / Phi(b).
    private readonly double _logUpper;
    private readonly double _ratio;

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
        _a = a;
        _b = b;
        _lower = StandardNormal.Cdf(a);
        _mass = StandardNormal.Cdf(b) - _lower;
        if (IsDeep)
        {
            _logUpper = NormalTail.LogCdf(b).Value;
            _ratio = Ratio(a);
            _mass = Math.Exp(_logUpper) * (1 - _ratio);
        }
    }

    /// <summary>The probability that an untruncated draw falls into the interval.</summary>
    public double Mass => _mass;

    private bool IsDeep => _b < DeepTail;

    /// <summary>The value below which the share <paramref name="unit"/> of the truncated distribution lies; infinite where it overflows.</summary>
    /// <param name="unit">Above 0 and below 1.</param>
    public double Quantile(double unit) => _mean + (_sign * _standardDeviation * StandardQuantile(unit));

    /// <summary>How fast <see cref="Quantile"/> grows with <paramref name="unit"/>.</summary>
    public double Slope(double unit)
    {
        double z = IsDeep ? StandardQuantile(unit) : (Quantile(unit) - _mean) / _standardDeviation;
        return IsDeep
            ? _standardDeviation * (1 - _ratio) * Math.Exp(_logUpper + (0.5 * z * z) + NormalTail.LogSqrtTwoPi)
            : _standardDeviation * _mass / StandardNormal.Density(z);
    }

    /// <summary>The share of the truncated distribution that lies below <paramref name="value"/>.</summary>
    public double Cdf(double value)
    {
        double z = _sign * (value - _mean) / _standardDeviation;
        double share = IsDeep ? (Ratio(Math.Min(z, _b)) - _ratio) / (1 - _ratio) : (StandardNormal.Cdf(z) - _lower) / _mass;
        double u = Math.Clamp(share, 0, 1);
        return _sign < 0 ? 1 - u : u;
    }

    private double StandardQuantile(double unit)
    {
        double u = _sign < 0 ? 1 - unit : unit;
        if (IsDeep)
        {
            return DeepQuantile(u);
        }

        // The sum can round to 1, whose quantile is infinite.
        return StandardNormal.Quantile(Math.Min(_lower + (u * _mass), UnitInterval.Largest));
    }

    // Solves ln Phi(z) = ln(Phi(a) + u (Phi(b) - Phi(a))) by Newton's method, which comes from below after its first step as ln Phi is concave.
    private double DeepQuantile(double u)
    {
        double target = _logUpper + Math.Log(_ratio + (u * (1 - _ratio)));
        double z = _b;
        for (int step = 0; step < MostSteps; step++)
        {
            (double value, double slope) = NormalTail.LogCdf(z);
            double next = Math.Clamp(z - ((value - target) / slope), _a, _b);
            if (next == z)
            {
                break;
            }

            z = next;
        }

        return z;
    }

    // Phi(z) / Phi(b).
    private double Ratio(double z) => double.IsNegativeInfinity(z) ? 0 : Math.Exp(NormalTail.LogCdf(z).Value - _logUpper);
}
