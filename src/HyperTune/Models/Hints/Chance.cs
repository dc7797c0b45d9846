namespace HyperTune.Models.Hints;

/// <summary>How likely something is by chance alone.</summary>
internal static class Chance
{
    /// <summary>The probability of at least so many successes: the upper tail of a binomial distribution.</summary>
    /// <param name="successes">How many, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Out of how many.</param>
    /// <param name="probability">That of each, in [0, 1].</param>
    public static double OfAtLeast(int successes, int trials, double probability)
    {
        if (successes <= 0 || probability >= 1)
        {
            return 1;
        }

        if (probability <= 0)
        {
            return 0;
        }

        // By logarithms, which do not underflow for hundreds of trials.
        double sum = 0;
        double logarithm = 0;
        for (int count = 0; count <= trials; count++)
        {
            logarithm += count == 0 ? 0 : Math.Log((double)(trials - count + 1) / count);
            sum += count < successes ? 0 : Math.Exp(logarithm + (count * Math.Log(probability)) + ((trials - count) * Math.Log(1 - probability)));
        }

        return Math.Min(sum, 1);
    }
}
