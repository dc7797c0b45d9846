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
    /// <param name="text">The text.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="offset">How far local time was ahead of UTC, where that is known.</param>
    /// <param name="zone">The time zone that tells it otherwise: in the hour that a change of clocks doubles, that is a guess.</param>
    /// <exception cref="JournalFormatException">The text is no ISO 8601 point in time.</exception>
    public static DateTime ToUtc(ReadOnlySpan<byte> text, out JournalTimeStyle style, TimeSpan? offset = null, TimeZoneInfo? zone = null)
    {
        DateTime time = Parse(text, out style);
        if (style == JournalTimeStyle.Utc)
        {
            return DateTime.SpecifyKind(time, DateTimeKind.Utc);
        }

        return Shift(time, -(offset ?? (zone ?? TimeZoneInfo.Local).GetUtcOffset(time)), DateTimeKind.Utc);
    }

    /// <summary>A point in time as text.</summary>
    /// <param name="utc">The point in time.</param>
    /// <param name="style">How to write it.</param>
    /// <param name="offset">How far local time is ahead of UTC then.</param>
    public static string ToText(DateTime utc, JournalTimeStyle style, TimeSpan offset) => style == JournalTimeStyle.Utc
        ? utc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture)
        : Shift(utc, offset, DateTimeKind.Unspecified).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    // In UTC or in local time, as the style says.
    private static DateTime Parse(ReadOnlySpan<byte> text, out JournalTimeStyle style)
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
                return time;
            }
        }

        return Parse(Encoding.UTF8.GetString(text), out style);
    }

    private static DateTime Parse(string text, out JournalTimeStyle style)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            throw new JournalFormatException($"\"{JournalLimits.Excerpt(text)}\" is no point in time such as 2026-01-31T23:59:59.123456.");
        }

        // An offset stands behind the date's own two hyphens.
        style = text.EndsWith('Z') || text.AsSpan(Math.Min(10, text.Length)).IndexOfAny('+', '-') >= 0 ? JournalTimeStyle.Utc : JournalTimeStyle.Local;
        return DateTime.SpecifyKind(time.UtcDateTime, DateTimeKind.Unspecified);
    }

    private static DateTime Shift(DateTime time, TimeSpan by, DateTimeKind kind)
        => new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), kind);
}
