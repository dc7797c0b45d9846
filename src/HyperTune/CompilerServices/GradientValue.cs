using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>A derivative between a gradient, where it may be missing, and a vector. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientValue
{
    // In a vector, not a number means that nothing is known. What an objective computed as not a number is a mistake that must not look the same.
    private const long ComputedNaN = 0x7FF8_0000_6E61_6E21;

    /// <summary>The entry of a vector.</summary>
    /// <param name="derivative">The derivative; <see langword="null"/> where it is not known.</param>
    public static double Of(double? derivative)
        => derivative is not { } known ? double.NaN : double.IsNaN(known) ? BitConverter.Int64BitsToDouble(ComputedNaN) : known;

    /// <summary>Whether an entry comes from a derivative that is not a number.</summary>
    internal static bool IsComputedNaN(double entry) => BitConverter.DoubleToInt64Bits(entry) == ComputedNaN;
}
