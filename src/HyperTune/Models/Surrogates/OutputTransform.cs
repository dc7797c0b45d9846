using HyperTune.Numerics.Normal;

namespace HyperTune.Models.Surrogates;

/// <summary>Turns objective values (finite, smaller is better) into a model's outputs; order is kept.</summary>
/// <remarks>
/// The warped scale follows the output pipeline of Google Vizier: X. Song et al., "The Vizier Gaussian process bandit algorithm", 2024. The scale around zero is
/// asinh(value / median size), a smooth form of the bilog transform of D. Eriksson and M. Poloczek, "Scalable constrained Bayesian optimization", AISTATS 2021.
/// </remarks>
internal static class OutputTransform
{
    private const double SmallestDeviation = 1e-10;
    private const double LogStretch = 0.5;

    // Values that agree in so many digits are looked at without what they have in common.
    private const double SmallestSpread = 1e-8;

    /// <summary>Writes the outputs.</summary>
    /// <remarks>
    /// Values that are astronomically worse than the good ones count as much worse, not as what they are (<see cref="DivergedValues"/>).
    /// </remarks>
    /// <returns>
    /// With which mean and deviation the (warped) values were standardized; on the standardized scale, value = mean + deviation * output, and around zero the
    /// value zero has the output -mean / deviation, too.
    /// </returns>
    public static (double Mean, double Deviation) Apply(OutputScale scale, ReadOnlySpan<double> values, Span<double> outputs) => Apply(scale, values, outputs, []);

    /// <summary>As <see cref="Apply(OutputScale, ReadOnlySpan{double}, Span{double})"/>, with the slopes that derivatives of the values are multiplied by.</summary>
    /// <param name="scale">The scale; around zero, slopes are not known.</param>
    /// <param name="values">The values.</param>
    /// <param name="outputs">Receives the outputs.</param>
    /// <param name="slopes">Receives the slopes, not a number where the output follows from the value's rank alone; empty for none.</param>
    public static (double Mean, double Deviation) Apply(OutputScale scale, ReadOnlySpan<double> values, Span<double> outputs, Span<double> slopes)
    {
        slopes.Fill(scale == OutputScale.AroundZero ? double.NaN : 1);
        if (scale == OutputScale.Raw)
        {
            values.CopyTo(outputs);
            return (0, 1);
        }

        outputs = outputs[..values.Length];
        double limit = DivergedValues.Limit(values);
        for (int i = 0; i < values.Length; i++)
        {
            outputs[i] = Math.Min(values[i], limit);
            if (values[i] > limit && !slopes.IsEmpty)
            {
                slopes[i] = double.NaN;
            }
        }

        (double offset, double unit) = Scale(outputs);
        if (scale == OutputScale.Warped)
        {
            WarpWorseHalf(outputs, slopes);
            StretchBest(outputs, slopes);
        }
        else if (scale == OutputScale.AroundZero)
        {
            ShortenFarFromZero(outputs, -offset / unit);
            (offset, unit) = (0, 1);
        }

        (double mean, double deviation) = Standardize(outputs);
        foreach (ref double slope in slopes)
        {
            slope /= deviation * unit;
        }

        return (offset + (mean * unit), deviation * unit);
    }

    // Scales by the largest size, so that no square overflows, and moves by the smallest value where the values share most of their digits.
    private static (double Offset, double Unit) Scale(Span<double> values)
    {
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        foreach (double value in values)
        {
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }

        double size = Math.Max(Math.Abs(lowest), Math.Abs(highest));
        bool isMoved = highest > lowest && highest - lowest < SmallestSpread * size;
        double offset = isMoved ? lowest : 0;
        double unit = isMoved ? highest - lowest : size > 0 ? size : 1;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] - offset) / unit;
        }

        return (offset, unit);
    }

    private static (double Mean, double Deviation) Standardize(Span<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        double variance = 0;
        foreach (double value in values)
        {
            variance += (value - mean) * (value - mean) / values.Length;
        }

        double deviation = Math.Sqrt(variance);
        deviation = deviation < SmallestDeviation ? 1 : deviation;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] - mean) / deviation;
        }

        return (mean, deviation);
    }

    // Values above the median are replaced by the quantiles of a normal distribution around it whose width is that of the better half.
    private static void WarpWorseHalf(Span<double> values, Span<double> slopes)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double[] distinct = [.. sorted.Distinct()];
        int better = distinct.Count(value => value <= median);
        double width = RootMeanSquare(distinct.AsSpan(0, better), median);
        width = width > 0 ? width : RootMeanSquare(distinct, median);
        int worse = distinct.Length - better;
        double cells = worse + (distinct.AsSpan().Contains(median) ? 0.5 : 0);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > median)
            {
                int rankFromWorst = distinct.Length - Array.BinarySearch(distinct, values[i]);
                values[i] = median - (width * StandardNormal.Quantile(0.5 * (rankFromWorst - 0.5) / cells));
                if (!slopes.IsEmpty)
                {
                    slopes[i] = double.NaN;
                }
            }
        }
    }

    private static void StretchBest(Span<double> values, Span<double> slopes)
    {
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        foreach (double value in values)
        {
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }

        for (int i = 0; highest > lowest && i < values.Length; i++)
        {
            double stretched = 1 + (LogStretch * (values[i] - lowest) / (highest - lowest));
            values[i] = Math.Log(stretched);
            if (!slopes.IsEmpty)
            {
                slopes[i] *= LogStretch / (highest - lowest) / stretched;
            }
        }
    }

    // Close to the limit a model of plain values cannot tell them apart: its least noise is a share of their spread, which those far away decide.
    private static void ShortenFarFromZero(Span<double> values, double zero)
    {
        double[] sizes = [.. values.ToArray().Select(value => Math.Abs(value - zero)).Where(static size => size > 0).Order()];
        double unit = sizes.Length > 0 ? sizes[sizes.Length / 2] : 1;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Asinh((values[i] - zero) / unit);
        }
    }

    private static double RootMeanSquare(ReadOnlySpan<double> values, double center)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += (value - center) * (value - center);
        }

        return Math.Sqrt(sum / values.Length);
    }
}
