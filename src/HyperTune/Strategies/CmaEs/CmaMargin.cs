using HyperTune.Numerics.Normal;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.CmaEs;

/// <summary>Keeps discrete coordinates from freezing: each neighbouring value of the mean's keeps a probability, whatever the step size.</summary>
/// <remarks>
/// Reference: R. Hamano et al., "CMA-ES with margin: lower-bounding marginal probability for mixed-integer black-box optimization", GECCO 2022 (arXiv
/// 2205.13482), section 4. A coordinate x stands for the value at m + A (x - m).
/// </remarks>
internal static class CmaMargin
{
    /// <summary>Whether a coordinate has a margin: a discrete one whose values do not move with those of another parameter.</summary>
    public static bool Holds(CubeDimension dimension) => dimension is { IsCategorical: false, Count: not null } && dimension.Parameter.Bound is null;

    /// <summary>Moves the mean of one coordinate and chooses its scale so that both neighbouring values keep their probability.</summary>
    /// <param name="dimension">The coordinate.</param>
    /// <param name="margin">alpha, the probability that is left for other values.</param>
    /// <param name="deviation">sigma sqrt(C_jj).</param>
    /// <param name="mean">m_j.</param>
    /// <param name="scale">A_j.</param>
    public static void Apply(CubeDimension dimension, double margin, double deviation, ref double mean, ref double scale)
    {
        (double low, double high) = dimension.CellAt(Math.Clamp(mean, dimension.Low, dimension.High));
        double spread = scale * deviation;
        bool hasLow = low > 0;
        bool hasHigh = high < 1;
        if (!hasLow || !hasHigh)
        {
            // At an end of the range there is one threshold, and the mean stays so near that a margin lies beyond it.
            double threshold = hasLow ? low : high;
            double distance = Math.Abs(mean - threshold);
            if (hasLow != hasHigh && StandardNormal.Cdf(-distance / spread) < margin)
            {
                mean = threshold + (Math.Sign(mean - threshold) * spread * StandardNormal.Quantile(1 - margin));
            }

            return;
        }

        double below = StandardNormal.Cdf((low - mean) / spread);
        double above = StandardNormal.Cdf((mean - high) / spread);
        double middle = 1 - below - above;
        double least = margin / 2;
        double raisedBelow = Math.Max(below, least);
        double raisedAbove = Math.Max(above, least);
        if (raisedBelow == below && raisedAbove == above)
        {
            return;
        }

        double share = (1 - raisedBelow - raisedAbove - middle) / (raisedBelow + middle + raisedAbove - (3 * least));
        double below2 = raisedBelow + (share * (raisedBelow - least));
        double above2 = raisedAbove + (share * (raisedAbove - least));
        double toLow = StandardNormal.Quantile(1 - below2);
        double toHigh = StandardNormal.Quantile(1 - above2);
        scale = (high - low) / ((toLow + toHigh) * deviation);
        mean = ((low * toHigh) + (high * toLow)) / (toLow + toHigh);
    }
}
