using HyperTune.Numerics.Normal;

namespace HyperTune.Models.Importance;

/// <summary>How likely each step of a grid is, estimated from how often each was seen, with one more kernel that knows nothing.</summary>
internal static class GridDensity
{
    // Nine tenths of such a kernel lie within its own step.
    private const double SmallestBandwidth = 0.5 / 1.64;

    // Scott, "Multivariate density estimation", 1992.
    private const double ScottFactor = 1.059;
    private const double QuartilesOfNormal = 1.34;

    private const double PriorWeight = 1;

    /// <summary>Normal kernels on the steps, each cut off at the ends of the grid, of one width by Scott's rule.</summary>
    /// <param name="counts">How often each step was seen; at least one was.</param>
    /// <returns>A probability a step.</returns>
    public static double[] Numeric(ReadOnlySpan<int> counts)
    {
        int steps = counts.Length;
        double bandwidth = Math.Max(ScottBandwidth(counts), SmallestBandwidth);

        // Phi at all distances of a step's edge from a kernel's centre: entry m is a distance of m - steps + 1/2.
        double[] below = new double[2 * steps];
        for (int m = 0; m < below.Length; m++)
        {
            below[m] = StandardNormal.Cdf((m - steps + 0.5) / bandwidth);
        }

        double[] density = new double[steps];
        double total = PriorWeight;
        for (int center = 0; center < steps; center++)
        {
            total += counts[center];
            double weight = counts[center] / (below[(2 * steps) - 1 - center] - below[steps - 1 - center]);
            for (int step = 0; counts[center] > 0 && step < steps; step++)
            {
                density[step] += weight * (below[step - center + steps] - below[step - center + steps - 1]);
            }
        }

        AddPrior(density);
        return Divided(density, total);
    }

    /// <summary>A kernel a category that was seen, with a little for all others, and one that is even.</summary>
    /// <param name="counts">How often each category was seen; at least one was.</param>
    /// <returns>A probability a category.</returns>
    public static double[] Categorical(ReadOnlySpan<int> counts)
    {
        int seen = 0;
        int total = 0;
        foreach (int count in counts)
        {
            seen += count > 0 ? 1 : 0;
            total += count;
        }

        double spread = PriorWeight / (seen + 1);
        double kernelTotal = 1 + (counts.Length * spread);
        double[] density = new double[counts.Length];
        for (int category = 0; category < density.Length; category++)
        {
            density[category] = ((counts[category] + (total * spread)) / kernelTotal) + (PriorWeight / counts.Length);
        }

        return Divided(density, total + PriorWeight);
    }

    private static double ScottBandwidth(ReadOnlySpan<int> counts)
    {
        int total = 0;
        double sum = 0;
        for (int step = 0; step < counts.Length; step++)
        {
            total += counts[step];
            sum += (double)step * counts[step];
        }

        double mean = sum / total;
        double squares = 0;
        for (int step = 0; step < counts.Length; step++)
        {
            squares += (step - mean) * (step - mean) * counts[step];
        }

        double deviation = Math.Sqrt(squares / Math.Max(1, total - 1));
        int lowerQuartile = StepOfRank(counts, total / 4);
        int upperQuartile = StepOfRank(counts, (total * 3 / 4) + 1);
        return ScottFactor * Math.Min((upperQuartile - lowerQuartile) / QuartilesOfNormal, deviation) * Math.Pow(total, -0.2);
    }

    // The first step seen up to which there are so many; the last one seen where there are not.
    private static int StepOfRank(ReadOnlySpan<int> counts, int rank)
    {
        int soFar = 0;
        int last = 0;
        for (int step = 0; step < counts.Length; step++)
        {
            if (counts[step] > 0)
            {
                last = step;
                soFar += counts[step];
                if (soFar >= rank)
                {
                    break;
                }
            }
        }

        return last;
    }

    // In the middle, as wide as the grid.
    private static void AddPrior(Span<double> density)
    {
        double width = density.Length;
        double center = (width - 1) / 2;
        double inside = StandardNormal.Cdf(0.5) - StandardNormal.Cdf(-0.5);
        for (int step = 0; step < density.Length; step++)
        {
            double mass = StandardNormal.Cdf((step + 0.5 - center) / width) - StandardNormal.Cdf((step - 0.5 - center) / width);
            density[step] += PriorWeight * mass / inside;
        }
    }

    private static double[] Divided(double[] density, double total)
    {
        for (int step = 0; step < density.Length; step++)
        {
            density[step] /= total;
        }

        return density;
    }
}
