using System.Globalization;

namespace HyperTune.Tests;

/// <summary>How golden files write a trial.</summary>
internal static class GoldenText
{
    public static string Line(int number, TrialState state, double? value, IEnumerable<double> entries)
        => string.Join(
            ' ',
            [number.ToString(CultureInfo.InvariantCulture), state.ToString(), value is { } known ? Digits(known) : "-", .. entries.Select(Digits)]);

    /// <summary>The shortest text that gives the same number again.</summary>
    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
