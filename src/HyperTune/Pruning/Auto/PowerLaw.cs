namespace HyperTune.Pruning.Auto;

/// <summary>Where a learning curve goes, if it falls or rises like a power of the time.</summary>
/// <remarks>
/// <para>The last two thirds of the values are fitted by y = a + b t^-c (1), with weights proportional to t. For each c of a short list, a and b are those of weighted
/// least squares, b = Sxy / Sxx with x = t^-c (2), and the c with the smallest error Syy - b Sxy (3) wins. What is predicted is the last value moved along the curve:
/// y(T) = y(t) + b (T^-c - t^-c) (4).</para>
/// <para>Power laws of training: J. Hestness et al., "Deep learning scaling is predictable, empirically", 2017.</para>
/// </remarks>
internal static class PowerLaw
{
    private const int FewestPoints = 3;
    private const int MostPoints = 64;
    private const double RootExponent = -0.05;
    private const int Exponents = 5;

    /// <summary>The value at a later time.</summary>
    /// <param name="times">The times of the values, above 0 and ascending.</param>
    /// <param name="values">The values; those that are not finite are left out of the fit.</param>
    /// <param name="end">The time asked for; at least the last one.</param>
    /// <returns>The last value itself, where there are too few to fit.</returns>
    public static double Predict(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double end)
    {
        int first = times.Length / 3;
        int count = times.Length - first;
        if (count < FewestPoints || !double.IsFinite(values[^1]))
        {
            return values[^1];
        }

        // Of long curves an even choice, the last value included.
        int chosen = Math.Min(count, MostPoints);
        Span<Sums> sums = stackalloc Sums[Exponents];
        sums.Clear();
        Span<double> powers = stackalloc double[Exponents];
        double scale = 1 / times[^1];
        double origin = values[^1];
        for (int i = 0; i < chosen; i++)
        {
            int place = first + (int)((long)(i + 1) * count / chosen) - 1;
            double y = values[place] - origin;
            if (double.IsFinite(y))
            {
                double weight = times[place] * scale;
                Powers(times[place] * scale, powers);
                for (int k = 0; k < Exponents; k++)
                {
                    sums[k].Add(weight, powers[k], y);
                }
            }
        }

        (int best, double slope, double smallest) = (-1, 0, double.PositiveInfinity);
        for (int k = 0; k < Exponents; k++)
        {
            if (sums[k].TryFit(out double b, out double error) && error < smallest)
            {
                (best, slope, smallest) = (k, b, error);
            }
        }

        if (best < 0)
        {
            return values[^1];
        }

        // In units of the last time, whose own power is 1.
        Powers(end * scale, powers);
        return values[^1] + (slope * (powers[best] - 1));
    }

    // t^-c for c of 0.15, 0.35, 0.7, 1.2 and 2, which are whole multiples of 0.05.
    private static void Powers(double time, Span<double> powers)
    {
        double root = Math.Exp(RootExponent * Math.Log(time));
        double root2 = root * root;
        double root4 = root2 * root2;
        double root16 = root4 * root4 * root4 * root4;
        powers[0] = root * root2;
        powers[1] = powers[0] * root4;
        powers[2] = powers[1] * powers[1];
        powers[3] = root16 * root4 * root4;
        powers[4] = powers[3] * root16;
    }

    private struct Sums
    {
        private double _w, _x, _y, _xx, _xy, _yy;
        private int _count;

        public void Add(double weight, double x, double y)
        {
            _count++;
            _w += weight;
            _x += weight * x;
            _y += weight * y;
            _xx += weight * x * x;
            _xy += weight * x * y;
            _yy += weight * y * y;
        }

        // (2) and (3).
        public readonly bool TryFit(out double slope, out double error)
        {
            double xx = _xx - (_x * _x / _w);
            double xy = _xy - (_x * _y / _w);
            slope = xy / xx;
            error = _yy - (_y * _y / _w) - (slope * xy);
            return _count >= FewestPoints && xx > 0 && double.IsFinite(slope);
        }
    }
}
