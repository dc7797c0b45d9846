namespace HyperTune.Terminal.Live;

/// <summary>A series as a row of blocks of eight heights.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>Draws a series.</summary>
    /// <param name="values">The series, finite.</param>
    /// <param name="width">The most blocks; of a longer series each block shows the last value of its share.</param>
    /// <returns>The lowest block for the smallest value and the highest for the largest; all are the lowest where these are the same.</returns>
    public static string Draw(ReadOnlySpan<double> values, int width)
    {
        int length = Math.Min(values.Length, width);
        if (length <= 0)
        {
            return "";
        }

        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        Span<char> blocks = stackalloc char[length];
        for (int i = 0; i < length; i++)
        {
            // Halves, because the difference of the largest numbers is none.
            double value = values[(int)(((i + 1L) * values.Length / length) - 1)];
            double height = high > low ? ((value / 2) - (low / 2)) / ((high / 2) - (low / 2)) : 0;
            blocks[i] = Blocks[(int)Math.Clamp(height * Blocks.Length, 0, Blocks.Length - 1)];
        }

        return new string(blocks);
    }
}
