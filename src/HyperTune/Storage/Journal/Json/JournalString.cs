using System.Globalization;
using System.Text;

namespace HyperTune.Storage.Journal.Json;

/// <summary>A JSON string as it stands in the file: the bytes between the quotes, not yet unescaped.</summary>
internal readonly ref struct JournalString(ReadOnlySpan<byte> raw, bool hasEscapes)
{
    /// <summary>The bytes between the quotes.</summary>
    public ReadOnlySpan<byte> Raw { get; } = raw;

    public bool HasEscapes { get; } = hasEscapes;

    /// <summary>The text. A lone surrogate, which Python can escape, is kept as it is.</summary>
    public string Decode()
    {
        if (!HasEscapes)
        {
            return Encoding.UTF8.GetString(Raw);
        }

        var text = new StringBuilder(Raw.Length);
        ReadOnlySpan<byte> rest = Raw;
        while (!rest.IsEmpty)
        {
            int escape = rest.IndexOf((byte)'\\');
            if (escape < 0)
            {
                text.Append(Encoding.UTF8.GetString(rest));
                break;
            }

            text.Append(Encoding.UTF8.GetString(rest[..escape]));
            text.Append(Unescape(rest[escape..], out int length));
            rest = rest[(escape + length)..];
        }

        return text.ToString();
    }

    /// <summary>How many bytes the escape takes that a text begins with; 0 when it is none.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> text) => text switch
    {
        [_, (byte)'u', var a, var b, var c, var d, ..] => char.IsAsciiHexDigit((char)a) && char.IsAsciiHexDigit((char)b)
            && char.IsAsciiHexDigit((char)c) && char.IsAsciiHexDigit((char)d) ? 6 : 0,
        [_, (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..] => 2,
        _ => 0,
    };

    // The tokenizer has already checked that every escape is complete and known.
    private static char Unescape(ReadOnlySpan<byte> escape, out int length)
    {
        length = 2;
        switch (escape[1])
        {
            case (byte)'n': return '\n';
            case (byte)'t': return '\t';
            case (byte)'r': return '\r';
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'u':
                length = 6;
                return (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default: return (char)escape[1];
        }
    }
}
