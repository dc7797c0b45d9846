using System.Globalization;
using System.Text;

namespace HyperTune.Text;

/// <summary>
/// Text that comes from outside, for places where people read line by line: a log, an error, a terminal. It stays one line and commands nothing.
/// </summary>
internal static class Printable
{
    /// <summary>The text with line breaks, escape sequences and other marks that do not print written out, as in <c>\n</c> and <c>\u001b</c>.</summary>
    public static string Of(string text) => Of(text, '\0');

    /// <summary>The same, for places that show text of several lines.</summary>
    public static string OfLines(string text) => Of(text, '\n');

    private static string Of(string text, char kept)
    {
        int first = IndexOfUnprintable(text);
        if (first < 0)
        {
            return text;
        }

        var printable = new StringBuilder(text, 0, first, text.Length + 16);
        for (int i = first; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                printable.Append(text, i++, 2);
            }
            else if (IsPrintable(text[i]) || (text[i] == kept && kept != '\0'))
            {
                printable.Append(text[i]);
            }
            else
            {
                Escape(printable, text[i]);
            }
        }

        return printable.ToString();
    }

    private static int IndexOfUnprintable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPrintable(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // Among the marks of format are those that turn the direction of the text around.
    private static bool IsPrintable(char c) => c is >= ' ' and <= '~' || (c > '~' && char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned));

    private static void Escape(StringBuilder text, char c)
    {
        _ = c switch
        {
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        };
    }
}
