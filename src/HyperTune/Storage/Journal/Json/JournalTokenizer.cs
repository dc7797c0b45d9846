using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace HyperTune.Storage.Journal.Json;

/// <summary>
/// Reads the JSON dialect of Python's json module from UTF-8 bytes: strict JSON, and the bare numbers NaN, Infinity and -Infinity, which
/// System.Text.Json refuses.
/// </summary>
internal ref struct JournalTokenizer(ReadOnlySpan<byte> text)
{
    // A string's end, an escape, or a control character, which may not stand in a string.
    private static readonly SearchValues<byte> StringStops
        = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static c => (byte)c), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;

    // Whether the next member or element is the first of its container, so that no comma stands before it.
    private bool _first;

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => _position;

    /// <summary>What comes next; nothing is consumed but white space.</summary>
    public JournalTokenKind Peek()
    {
        SkipWhiteSpace();
        if (_position == _text.Length)
        {
            return JournalTokenKind.End;
        }

        return _text[_position] switch
        {
            (byte)'{' => JournalTokenKind.Object,
            (byte)'[' => JournalTokenKind.Array,
            (byte)'"' => JournalTokenKind.String,
            (byte)'t' => JournalTokenKind.True,
            (byte)'f' => JournalTokenKind.False,
            (byte)'n' => JournalTokenKind.Null,
            _ => JournalTokenKind.Number,
        };
    }

    public void EnterObject() => Enter((byte)'{', "an object");

    public void EnterArray() => Enter((byte)'[', "an array");

    /// <summary>Moves to the value of the next member of the entered object, or past its end.</summary>
    public bool NextMember(out JournalString name)
    {
        if (!Next((byte)'}'))
        {
            name = default;
            return false;
        }

        name = ReadString();
        Expect((byte)':');
        return true;
    }

    /// <summary>Moves to the next element of the entered array, or past its end.</summary>
    public bool NextElement() => Next((byte)']');

    public JournalString ReadString()
    {
        if (Peek() != JournalTokenKind.String)
        {
            throw Expected("a string");
        }

        int start = ++_position;
        bool escaped = false;
        while (true)
        {
            int stop = _text[_position..].IndexOfAny(StringStops);
            if (stop < 0)
            {
                _position = _text.Length;
                throw Expected("the string's closing quote");
            }

            _position += stop;
            switch (_text[_position])
            {
                case (byte)'"':
                    return new JournalString(_text[start.._position++], escaped);
                case (byte)'\\':
                    escaped = true;
                    SkipEscape();
                    break;
                default:
                    throw Expected("an escape, because control characters may not stand in a string");
            }
        }
    }

    /// <summary>Reads a number; one with neither point nor exponent is an integer, as in Python.</summary>
    public double ReadDouble(out bool isInteger)
    {
        ReadOnlySpan<byte> number = ReadNumber(out isInteger, out double special);
        return number.IsEmpty ? special : double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public double ReadDouble() => ReadDouble(out _);

    public void SkipNumber() => ReadNumber(out _, out _);

    /// <summary>Reads an integer that fits 64 bits.</summary>
    public long ReadInteger()
    {
        int start = _position;
        ReadOnlySpan<byte> number = ReadNumber(out bool isInteger, out _);
        if (isInteger && Utf8Parser.TryParse(number, out long value, out int length) && length == number.Length)
        {
            return value;
        }

        _position = start;
        throw Expected("an integer of at most 64 bits");
    }

    /// <summary>Reads past one value of any kind and gives its bytes.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        SkipWhiteSpace();
        int start = _position;
        JournalValue.Skip(ref this, 0);
        return _text[start.._position];
    }

    /// <summary>Moves past a value whose bytes are known.</summary>
    public void Skip(int bytes) => _position += bytes;

    /// <summary>Checks that nothing but white space is left.</summary>
    public void ExpectEnd()
    {
        if (Peek() != JournalTokenKind.End)
        {
            throw Expected("the end of the line");
        }
    }

    public readonly JournalFormatException Expected(string what)
        => new($"Byte {_position + 1}: expected {what}, found {(_position < _text.Length ? Describe(_text[_position]) : "the end of the line")}.");

    private static string Describe(byte value)
        => value is > 0x20 and < 0x7f ? $"'{(char)value}'" : string.Create(CultureInfo.InvariantCulture, $"byte 0x{value:x2}");

    private void Enter(byte bracket, string what)
    {
        SkipWhiteSpace();
        if (_position == _text.Length || _text[_position] != bracket)
        {
            throw Expected(what);
        }

        _position++;
        _first = true;
    }

    private bool Next(byte end)
    {
        SkipWhiteSpace();
        bool first = _first;
        _first = false;
        if (_position < _text.Length && _text[_position] == end)
        {
            _position++;
            return false;
        }

        if (!first)
        {
            Expect((byte)',');
        }

        return true;
    }

    private void Expect(byte value)
    {
        SkipWhiteSpace();
        if (_position == _text.Length || _text[_position] != value)
        {
            throw Expected($"'{(char)value}'");
        }

        _position++;
    }

    /// <summary>Reads past a word, if it comes next.</summary>
    public bool TryLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_text[_position..].StartsWith(literal))
        {
            return false;
        }

        _position += literal.Length;
        return true;
    }

    /// <summary>The number's digits, or nothing and <paramref name="special"/> for one of the three bare words.</summary>
    private ReadOnlySpan<byte> ReadNumber(out bool isInteger, out double special)
    {
        SkipWhiteSpace();
        ReadOnlySpan<byte> rest = _text[_position..];
        ReadOnlySpan<byte> number = JournalNumber.Cut(rest);
        special = 0;
        if (JournalNumber.IsNumber(number, out isInteger))
        {
            _position += number.Length;
            return number;
        }

        isInteger = false;
        special = TryLiteral("NaN"u8) ? double.NaN
            : TryLiteral("Infinity"u8) ? double.PositiveInfinity
            : TryLiteral("-Infinity"u8) ? double.NegativeInfinity
            : throw Expected("a value");
        return [];
    }

    private void SkipEscape()
    {
        int length = JournalString.EscapeLength(_text[_position..]);
        if (length == 0)
        {
            throw Expected("a known escape");
        }

        _position += length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipWhiteSpace()
    {
        if (_position < _text.Length && _text[_position] <= ' ')
        {
            SkipSpaces();
        }
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && _text[_position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _position++;
        }
    }
}
