namespace Digits;

/// <summary>How many of a number of pictures were read right.</summary>
/// <param name="Correct">The pictures that were read right.</param>
/// <param name="Count">All pictures; at least one.</param>
internal readonly record struct Accuracy(int Correct, int Count)
{
    // The normal distribution's quantile at 0.975.
    private const double Z = 1.959963984540054;

    /// <summary>The accuracy behind one verdict a picture.</summary>
    /// <param name="verdicts">Whether each picture was read right; at least one.</param>
    public static Accuracy Of(IReadOnlyCollection<bool> verdicts) => new(verdicts.Count(static right => right), verdicts.Count);

    /// <summary>The share of pictures that were read right, from 0 to 1.</summary>
    public double Value => (double)Correct / Count;

    /// <summary>The pictures that were misread.</summary>
    public int ErrorCount => Count - Correct;

    /// <summary>
    /// The 95% interval for the accuracy on all pictures of the kind, by Wilson (1927): inside [0, 1], and sound also where errors are few.
    /// </summary>
    public (double Low, double High) Interval
    {
        get
        {
            double center = Correct + (Z * Z / 2);
            double halfWidth = Z * Math.Sqrt((Value * ErrorCount) + (Z * Z / 4));
            double weight = Count + (Z * Z);
            return (Math.Max(0, (center - halfWidth) / weight), Math.Min(1, (center + halfWidth) / weight));
        }
    }
}
