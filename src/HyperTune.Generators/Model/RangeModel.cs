namespace HyperTune.Generators.Model;

/// <summary>The numbers of a distribution over a range; seconds for a TimeSpan.</summary>
internal sealed record RangeModel
{
    /// <summary>The smallest value; negative infinity where there is no limit.</summary>
    public required NumberBits Low { get; init; }

    /// <summary>The largest value; positive infinity where there is no limit.</summary>
    public required NumberBits High { get; init; }

    /// <summary>The distance between neighbouring values; 0 for values without gaps.</summary>
    public required NumberBits Spacing { get; init; }

    /// <summary>Whether that is a step that is written, and not what goes without saying.</summary>
    public required bool HasStep { get; init; }

    /// <summary>Whether only whole numbers are drawn.</summary>
    public required bool IsInteger { get; init; }

    /// <summary>The mean of the number or of its logarithm; null where the distribution has none.</summary>
    public NumberBits? Mean { get; init; }

    /// <summary>The standard deviation of the number or of its logarithm; null where the distribution has none.</summary>
    public NumberBits? StandardDeviation { get; init; }
}
