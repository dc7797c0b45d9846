using System.Text;
using System.Xml;

namespace HyperTune.Generators.Roslyn;

/// <summary>Text inside documentation comments.</summary>
internal static class XmlText
{
    /// <summary>Escapes what XML takes for markup and shows what it does not allow, or what would end the line, as its code.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '<')
            {
                result.Append("&lt;");
            }
            else if (c == '>')
            {
                result.Append("&gt;");
            }
            else if (c == '&')
            {
                result.Append("&amp;");
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' || !XmlConvert.IsXmlChar(c))
            {
                result.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
