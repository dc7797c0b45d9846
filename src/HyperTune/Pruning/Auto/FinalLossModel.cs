namespace HyperTune.Pruning.Auto;

/// <summary>What completed trials teach about where trials end that look like one at the same step.</summary>
/// <remarks>
/// <para>A weighted ridge regression of the final loss on z = (1, z1, z2, z3): with m and q the median and the interquartile range of the losses v at the step, and Q3
/// their upper quartile,</para>
/// <para>z1 = (min(v, Q3 + 1.5 q) - m) / q, z2 = slope / q within [-2, 2], z3 = (extrapolation - m) / q within [-3, 3] (1). Final losses are clipped above their own
/// Q3 + 1.5 q.</para>
/// <para>Trials that look like the one at hand count more: w = 0.05 + exp(-e^2 / 2), with e the difference in z1 (2). With A = sum of w z z' + 0.3 I, but nothing on the
/// constant (3), the prediction is z' A^-1 (sum of w z y) (4) and its deviation s with s^2 = (sum of w r^2 / sum of w) n / (n - 4) (1 + z' A^-1 z) (5), where r are the
/// residuals and n = (sum of w)^2 / (sum of w^2).</para>
/// <para>Where early values say nothing of the end, s is as large as the spread of the ends, and nothing is certain.</para>
/// </remarks>
internal sealed class FinalLossModel
{
    public const int Capacity = 256;

    private const int Width = 4;
    private const double Ridge = 0.3;
    private const double SmallestWeight = 0.05;
    private const double Whisker = 1.5;
    private const double MostSlope = 2;
    private const double MostExtrapolation = 3;
    private const double FewestEffective = 4;

    private readonly CurvePoint[] _points = new CurvePoint[Capacity];
    private readonly double[] _finals = new double[Capacity];
    private readonly double[] _sorted = new double[Capacity];
    private int _next;
    private bool _isStale;
    private double _median;
    private double _range;
    private double _cap;
    private double _finalCap;

    /// <summary>How many trials it knows: the last ones, when more have completed than it has room for.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a completed trial.</summary>
    public void Add(CurvePoint point, double final)
    {
        _points[_next] = point;
        _finals[_next] = final;
        _next = (_next + 1) % Capacity;
        Count = Math.Min(Count + 1, Capacity);
        _isStale = true;
    }

    /// <summary>Where a trial will end.</summary>
    /// <param name="point">What is known of it.</param>
    /// <param name="prediction">Its expected final loss.</param>
    /// <param name="deviation">The standard deviation of that.</param>
    /// <returns><see langword="false"/> where nothing can be said, because losses are not finite or have no spread.</returns>
    public bool TryPredict(CurvePoint point, out double prediction, out double deviation)
    {
        (prediction, deviation) = (double.NaN, double.NaN);
        Measure();
        Span<double> z = stackalloc double[Width];
        if (!(_range > 0 && double.IsFinite(_range) && double.IsFinite(_finalCap)) || !TryScale(point, z))
        {
            return false;
        }

        Span<double> rows = stackalloc double[Capacity * Width];
        Span<double> weights = stackalloc double[Capacity];
        Span<double> a = stackalloc double[Width * Width];
        Span<double> right = stackalloc double[Width];
        a.Clear();
        right.Clear();
        (double sum, double sumOfSquares) = (0, 0);
        for (int i = 0; i < Count; i++)
        {
            Span<double> row = rows.Slice(i * Width, Width);
            if (!TryScale(_points[i], row))
            {
                weights[i] = 0;
                continue;
            }

            double e = row[1] - z[1];
            double weight = weights[i] = SmallestWeight + Math.Exp(-e * e / 2);
            double y = Target(i);
            sum += weight;
            sumOfSquares += weight * weight;
            for (int j = 0; j < Width; j++)
            {
                right[j] += weight * row[j] * y;
                for (int k = 0; k <= j; k++)
                {
                    a[(j * Width) + k] += weight * row[j] * row[k];
                }
            }
        }

        double effective = sum * sum / sumOfSquares;
        for (int j = 1; j < Width; j++)
        {
            a[(j * Width) + j] += Ridge;
        }

        if (!(effective > FewestEffective) || !NormalEquations.TryFactor(a, Width))
        {
            return false;
        }

        NormalEquations.Solve(a, right);
        double expected = Dot(z, right);
        double squares = 0;
        for (int i = 0; i < Count; i++)
        {
            double residual = weights[i] > 0 ? Target(i) - Dot(rows.Slice(i * Width, Width), right) : 0;
            squares += weights[i] * residual * residual;
        }

        Span<double> solved = stackalloc double[Width];
        z.CopyTo(solved);
        NormalEquations.Solve(a, solved);
        double leverage = Dot(z, solved);
        prediction = _median + (_range * expected);
        deviation = _range * Math.Sqrt(squares / sum * (effective / (effective - FewestEffective)) * (1 + leverage));
        return double.IsFinite(prediction) && double.IsFinite(deviation);
    }

    private double Target(int i) => (Math.Min(_finals[i], _finalCap) - _median) / _range;

    // (1); minus infinity, and what comes of two infinities, has no place.
    private bool TryScale(CurvePoint point, Span<double> z)
    {
        z[0] = 1;
        z[1] = (Math.Min(point.Loss, _cap) - _median) / _range;
        z[2] = double.IsPositiveInfinity(point.Loss) ? MostSlope : Math.Clamp(point.Slope / _range, -MostSlope, MostSlope);
        z[3] = Math.Clamp((point.Extrapolation - _median) / _range, -MostExtrapolation, MostExtrapolation);
        return double.IsFinite(z[1]) && double.IsFinite(z[2]) && double.IsFinite(z[3]);
    }

    private void Measure()
    {
        if (!_isStale)
        {
            return;
        }

        for (int i = 0; i < Count; i++)
        {
            _sorted[i] = _points[i].Loss;
        }

        Span<double> sorted = _sorted.AsSpan(0, Count);
        sorted.Sort();
        double upper = Quantile(sorted, 0.75);
        _median = Quantile(sorted, 0.5);
        _range = upper - Quantile(sorted, 0.25);
        _cap = upper + (Whisker * _range);

        _finals.AsSpan(0, Count).CopyTo(sorted);
        sorted.Sort();
        upper = Quantile(sorted, 0.75);
        _finalCap = upper + (Whisker * (upper - Quantile(sorted, 0.25)));
        _isStale = false;
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        double low = sorted[below];
        double high = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return low == high ? low : low + ((place - below) * (high - low));
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        => (a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2]) + (a[3] * b[3]);
}
