using System.Globalization;

namespace HyperTune.Text;

/// <summary>
/// A study's seed as it is stored: its 64 bits as a number without a sign. Programs that took seeds of that kind read it still, and what they stored
/// is read as the same bits, on which the draws depend.
/// </summary>
internal static class SeedText
{
    public static string Write(long seed) => unchecked((ulong)seed).ToString(CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is no number.</exception>
    /// <exception cref="OverflowException">The number has more than 64 bits.</exception>
    public static long Read(string text) => unchecked((long)ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));

    public static bool TryRead(string text, out long seed)
    {
        bool isSeed = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong bits);
        seed = unchecked((long)bits);
        return isSeed;
    }
}
