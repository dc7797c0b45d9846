namespace HyperTune.Text;

/// <summary>Intervals as text. Compiled into the runtime and into the generator.</summary>
internal static class Interval
{
    /// <summary>The interval with a round bracket at an infinite end.</summary>
    public static string Describe(double low, double high)
        => $"{(double.IsInfinity(low) ? '(' : '[')}{NumberFormat.Invariant(low)}, {NumberFormat.Invariant(high)}{(double.IsInfinity(high) ? ')' : ']')}";
}
