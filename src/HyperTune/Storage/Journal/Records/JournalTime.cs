using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Records;

/// <summary>Points in time as journals write them, always with six digits after the second.</summary>
internal static class JournalTime
{
    // The first bytes of a point in time: 2026-01-31T23:59:59
    private const int ShortLength = 19;
    private const int LongLength = 26;

    /// <summary>The point in time behind a text; a text without an offset is local time.</summary>
    /// <exception cref="JournalFormatException">The text is no ISO 8601 point in time.</exception>
    public static DateTime ToUtc(ReadOnlySpan<byte> text, out JournalTimeStyle style)
    {
        // Utf8Parser's format O wants seven digits after the second and Optuna writes six, so that one is added.
        Span<byte> padded = stackalloc byte[LongLength + 1];
        if (text.Length == LongLength && text[ShortLength] == '.')
        {
            text.CopyTo(padded);
            padded[^1] = (byte)'0';
            if (Utf8Parser.TryParse(padded, out DateTime time, out int length, 'O') && length == padded.Length)
            {
                style = JournalTimeStyle.Local;
                return DateTime.SpecifyKind(time, DateTimeKind.Local).ToUniversalTime();
            }
        }

        return ToUtc(Encoding.UTF8.GetString(text), out style);
    }

    public static string ToText(DateTime utc, JournalTimeStyle style) => style == JournalTimeStyle.Utc
        ? utc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture)
        : utc.ToLocalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static DateTime ToUtc(string text, out JournalTimeStyle style)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset time))
        {
            throw new JournalFormatException($"\"{JournalLimits.Excerpt(text)}\" is no point in time such as 2026-01-31T23:59:59.123456.");
        }

        // An offset stands behind the date's own two hyphens.
        style = text.EndsWith('Z') || text.AsSpan(Math.Min(10, text.Length)).IndexOfAny('+', '-') >= 0 ? JournalTimeStyle.Utc : JournalTimeStyle.Local;
        return time.UtcDateTime;
    }
}
