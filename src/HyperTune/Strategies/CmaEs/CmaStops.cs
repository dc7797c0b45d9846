namespace HyperTune.Strategies.CmaEs;

/// <summary>When a run of CMA-ES has nothing more to find where it is (section B.3 of Hansen's tutorial).</summary>
internal static class CmaStops
{
    private const double SmallestChange = 1e-12;
    // Values that agree in so many digits are one for whoever uses them.
    private const double SmallestShare = 1e-10;
    private const double LargestGrowth = 1e4;
    private const double LargestCondition = 1e14;

    /// <summary>How many generations' best values are compared.</summary>
    public static int HistoryLength(int dimensions, int population) => 10 + (int)Math.Ceiling(30.0 * dimensions / population);

    /// <summary>Whether the run should end.</summary>
    /// <param name="state">The state after a generation.</param>
    /// <param name="hasValues">Whether the best values mean something across generations.</param>
    public static bool IsDue(CmaState state, bool hasValues)
    {
        int dimensions = state.Scales.Length;
        if (state.Generation >= state.Regime.MostGenerations || (hasValues && IsFlat(state.Bests, HistoryLength(dimensions, state.Regime.Population))))
        {
            return true;
        }

        if (state.Gaussian is not { } gaussian)
        {
            return false;
        }

        (double smallest, double largest) = gaussian.Covariance.Axes;
        double condition = largest / smallest;
        return condition * condition > LargestCondition
            || gaussian.Step * largest > LargestGrowth * state.Regime.Step
            || IsSmall(gaussian, SmallestChange * state.Regime.Step)
            || HasNoEffect(gaussian);
    }

    // Also where nothing but failures came: infinity is as flat as any number.
    private static bool IsFlat(double[] bests, int length)
    {
        if (bests.Length < length)
        {
            return false;
        }

        double low = bests.Min();
        double high = bests.Max();
        return low == high || high - low < Math.Max(SmallestChange, SmallestShare * Math.Abs(low));
    }

    private static bool IsSmall(CmaGaussian gaussian, double limit)
    {
        for (int j = 0; j < gaussian.Mean.Length; j++)
        {
            if (gaussian.Deviation(j) >= limit || gaussian.Step * Math.Abs(gaussian.CovariancePath[j]) >= limit)
            {
                return false;
            }
        }

        return true;
    }

    // Numbers have too few digits for the step.
    private static bool HasNoEffect(CmaGaussian gaussian)
    {
        for (int j = 0; j < gaussian.Mean.Length; j++)
        {
            if (gaussian.Mean[j] == gaussian.Mean[j] + (0.2 * gaussian.Deviation(j)))
            {
                return true;
            }
        }

        return false;
    }
}
