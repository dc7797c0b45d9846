using MathNet.Numerics.Distributions;

namespace Digits;

/// <summary>Two networks on the same pictures. Only the pictures that one reads and the other misreads tell them apart.</summary>
/// <param name="OnlyFirstRight">The pictures that only the first network reads right.</param>
/// <param name="OnlySecondRight">The pictures that only the second network reads right.</param>
internal readonly record struct PairedComparison(int OnlyFirstRight, int OnlySecondRight)
{
    /// <summary>Compares the verdicts on two networks.</summary>
    /// <param name="first">Whether the first network reads each picture right.</param>
    /// <param name="second">The same of the second network, in the same order.</param>
    public static PairedComparison Of(IReadOnlyList<bool> first, IReadOnlyList<bool> second)
        => new(
            first.Zip(second).Count(static verdict => verdict is (true, false)),
            first.Zip(second).Count(static verdict => verdict is (false, true)));

    /// <summary>
    /// The probability of a difference at least this large between networks that are equally good: McNemar's test (1947), exact and two-sided.
    /// </summary>
    public double PValue
    {
        get
        {
            int count = OnlyFirstRight + OnlySecondRight;
            return count == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, count, Math.Min(OnlyFirstRight, OnlySecondRight)));
        }
    }
}
