namespace HyperTune.Spaces.Parameters;

/// <summary>What numbers of some types can hold. Compiled into the runtime and into the generator, so that both draw the line in the same place.</summary>
internal static class NumberLimits
{
    /// <summary>The largest magnitude up to which every integer is a double of its own: 2^53.</summary>
    public const double MaximumExactInteger = 9007199254740992;

    /// <summary>The largest magnitude of three digits that a decimal holds.</summary>
    public const double MaximumDecimal = 7.9e28;

    /// <summary>The largest number of whole seconds that a TimeSpan holds.</summary>
    public const double MaximumSeconds = 922337203685;
}
