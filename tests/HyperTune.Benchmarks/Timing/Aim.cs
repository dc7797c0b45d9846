using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Says whether a figure is where it should be.</summary>
internal static class Aim
{
    public static void Write(TextWriter output, string what, double figure, double atMost)
        => Write(output, what, figure, $"at most {Format(atMost)}", figure <= atMost);

    public static void WriteAtLeast(TextWriter output, string what, double figure, double atLeast)
        => Write(output, what, figure, $"at least {Format(atLeast)}", figure >= atLeast);

    private static void Write(TextWriter output, string what, double figure, string aim, bool isMet)
        => output.WriteLine($"{(isMet ? "met   " : "missed")} {Format(figure)} {what} (aim: {aim})");

    private static string Format(double value) => value.ToString(Math.Abs(value) < 100 ? "0.##" : "0", CultureInfo.InvariantCulture);
}
