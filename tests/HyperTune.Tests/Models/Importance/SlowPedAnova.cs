using MathNet.Numerics.Distributions;

namespace HyperTune.Tests.Importance;

/// <summary>PED-ANOVA as the papers write it, a kernel a trial and every sum spelled out.</summary>
internal static class SlowPedAnova
{
    private const double Tiny = 1e-12;

    /// <summary>The importance of a parameter.</summary>
    /// <param name="steps">The step of each trial on the parameter's grid; -1 where it does not exist.</param>
    /// <param name="stepCount">How many steps the grid has.</param>
    /// <param name="isCategorical">Whether the steps have no order.</param>
    /// <param name="losses">The trials' losses.</param>
    public static double Of(int[] steps, int stepCount, bool isCategorical, double[] losses)
    {
        int wanted = Math.Max(2, (int)Math.Ceiling(losses.Length / 10m));
        double limit = losses.Order().ElementAt(wanted - 1);
        int[] region = steps;
        int[] top = [.. steps.Where((_, trial) => losses[trial] <= limit)];
        int[] activeRegion = [.. region.Where(static step => step >= 0)];
        int[] activeTop = [.. top.Where(static step => step >= 0)];
        double quantile = (double)top.Length / region.Length;
        double alpha = (double)activeTop.Length / top.Length;
        double beta = (double)activeRegion.Length / region.Length;
        if (alpha == 0)
        {
            return 0;
        }

        double divergence = 0;
        for (int step = 0; step < stepCount; step++)
        {
            double pTop = Density(activeTop, stepCount, isCategorical, step) + Tiny;
            double pRegion = Density(activeRegion, stepCount, isCategorical, step) + Tiny;
            divergence += pRegion * Math.Pow((pTop / pRegion) - 1, 2);
        }

        return quantile * quantile * alpha * alpha / beta * divergence;
    }

    /// <summary>The step of the grid nearest to a place of the unit interval, between two the lower one.</summary>
    public static int Nearest(double unit, int stepCount)
        => Enumerable.Range(0, stepCount).MinBy(step => Math.Abs(((double)step / (stepCount - 1)) - unit));

    private static double Density(int[] observed, int stepCount, bool isCategorical, int step)
        => isCategorical ? CategoricalDensity(observed, stepCount, step) : NumericDensity(observed, stepCount, step);

    private static double NumericDensity(int[] observed, int stepCount, int step)
    {
        double bandwidth = Math.Max(Scott(observed), 0.5 / 1.64);
        double sum = observed.Sum(center => Kernel(center, bandwidth, stepCount, step)) + Kernel((stepCount - 1) / 2.0, stepCount, stepCount, step);
        return sum / (observed.Length + 1);
    }

    private static double CategoricalDensity(int[] observed, int categories, int category)
    {
        // A row a category that was seen, weighted by how often, and the prior's row.
        int[] seen = [.. observed.Distinct()];
        double prior = 1.0 / (seen.Length + 1);
        double sum = seen.Sum(kernel => observed.Count(value => value == kernel) * (prior + (kernel == category ? 1 : 0)) / (1 + (categories * prior)));
        return (sum + (1.0 / categories)) / (observed.Length + 1);
    }

    private static double Kernel(double center, double bandwidth, int stepCount, int step)
        => (Normal.CDF(center, bandwidth, step + 0.5) - Normal.CDF(center, bandwidth, step - 0.5))
            / (Normal.CDF(center, bandwidth, stepCount - 0.5) - Normal.CDF(center, bandwidth, -0.5));

    private static double Scott(int[] observed)
    {
        int[] sorted = [.. observed.Order()];
        int n = sorted.Length;
        double mean = sorted.Average();
        double deviation = Math.Sqrt(sorted.Sum(value => Math.Pow(value - mean, 2)) / Math.Max(1, n - 1));
        double quartiles = sorted[Math.Min(n - 1, n * 3 / 4)] - sorted[Math.Max(0, (n / 4) - 1)];
        return 1.059 * Math.Min(quartiles / 1.34, deviation) * Math.Pow(n, -0.2);
    }
}
