using System.Globalization;

namespace Digits;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Format
{
    /// <summary>A share as a percentage, for instance <c>97.5 %</c>.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    /// <summary>A time in seconds, for instance <c>12 s</c>.</summary>
    /// <param name="time">The time.</param>
    public static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture) + " s";

    /// <summary>A number of trials, for instance <c>1 trial</c> or <c>60 trials</c>.</summary>
    /// <param name="count">The number.</param>
    public static string Trials(int count) => FormattableString.Invariant($"{count} trial{(count == 1 ? "" : "s")}");
}
