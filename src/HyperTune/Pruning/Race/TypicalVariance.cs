namespace HyperTune.Pruning.Race;

/// <summary>What the variance of differences between two trials typically is: the median over pairs of trials.</summary>
internal sealed class TypicalVariance
{
    // More of them change the median little; and what is kept does not grow with the study.
    private const int MostKept = 500;

    private readonly List<double> _variances = [];

    /// <summary>The typical variance; not a number where none is known.</summary>
    public double Value => _variances.Count == 0 ? double.NaN : _variances[(_variances.Count - 1) / 2];

    /// <summary>Takes in the variance of one pair.</summary>
    /// <param name="variance">The variance; ignored where it is not finite.</param>
    /// <param name="degrees">Its degrees of freedom.</param>
    public void Add(double variance, int degrees)
    {
        if (!double.IsFinite(variance) || _variances.Count >= MostKept)
        {
            return;
        }

        // The median of a variance is below its mean by about (1 - 2/(9 v))^3. Reference: E. B. Wilson and M. M. Hilferty, PNAS 17, 1931.
        double share = Math.Pow(1 - (2.0 / (9 * degrees)), 3);
        double unbiased = variance / share;
        int place = _variances.BinarySearch(unbiased);
        _variances.Insert(place < 0 ? ~place : place, unbiased);
    }
}
