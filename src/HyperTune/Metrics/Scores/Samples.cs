namespace HyperTune.Metrics.Scores;

/// <summary>What all scores ask of their arguments.</summary>
internal static class Samples
{
    /// <summary>Looks at the numbers of samples and at the weights.</summary>
    public static SampleWeights Check(int expected, int other, string otherName, ReadOnlySpan<double> weights)
    {
        if (expected == 0)
        {
            throw new ArgumentException("There is no expected value; there must be at least one.", nameof(expected));
        }

        return other == expected
            ? new SampleWeights(weights, expected)
            : throw new ArgumentException($"There are {other} of {otherName} for {expected} of {nameof(expected)}; there must be one for each.", otherName);
    }

    public static void CheckFinite(double value, int sample, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value at {sample} of {name} must be finite.");
        }
    }

    public static double Probability(double value, int index, string name)
        => value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"The probability at {index} must be from 0 to 1.");
}
