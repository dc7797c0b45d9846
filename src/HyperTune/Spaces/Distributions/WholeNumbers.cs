namespace HyperTune.Spaces.Distributions;

/// <summary>Ranges of whole numbers.</summary>
internal static class WholeNumbers
{
    /// <summary>How many there are from one number to another; the largest number that can be said where there are more.</summary>
    public static long Count(double low, double high) => high - low < long.MaxValue ? (long)(high - low) + 1 : long.MaxValue;
}
