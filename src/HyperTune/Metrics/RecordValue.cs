using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using HyperTune.Metrics;
using HyperTune.Text;

namespace HyperTune;

/// <summary>A value that a study keeps beside the metrics of a trial: a number, a truth value, a text, or nothing. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RecordValue : IEquatable<RecordValue>
{
    // Longer ones are not what any number type writes; they are as good as their nearest double.
    private const int MostDigits = 64;

    private readonly string? _text;
    private readonly long _bits;

    private RecordValue(RecordKind kind, long bits, string? text = null)
    {
        Kind = kind;
        _bits = bits;
        _text = text;
    }

    internal RecordKind Kind { get; }

    /// <summary>Whether there is no value.</summary>
    internal bool IsNothing => Kind == RecordKind.Nothing;

    /// <summary>The truth value; only of the kind <see cref="RecordKind.Flag"/>.</summary>
    internal bool Flag => _bits != 0;

    /// <summary>The number; only of the kind <see cref="RecordKind.Whole"/>.</summary>
    internal long Whole => _bits;

    /// <summary>The number; only of the kind <see cref="RecordKind.Real"/>.</summary>
    internal double Real => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The value of a number.</summary>
    /// <typeparam name="T">The number's type.</typeparam>
    /// <param name="number">The number; <see langword="null"/> for nothing.</param>
    public static RecordValue OfNumber<T>(T? number)
        where T : struct, INumber<T>
    {
        switch (number)
        {
            case null:
                return default;
            case double or float or Half:
                return OfReal(double.CreateChecked(number.Value));
            default:
                long whole = long.CreateSaturating(number.Value);
                bool isExact = number is not decimal && T.CreateSaturating(whole) == number.Value;
                return isExact ? OfWhole(whole) : OfDigits(number.Value.ToString(null, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The value of a truth value.</summary>
    /// <param name="flag">The truth value; <see langword="null"/> for nothing.</param>
    public static RecordValue OfFlag(bool? flag) => flag is { } known ? new RecordValue(RecordKind.Flag, known ? 1 : 0) : default;

    /// <summary>The value of a text.</summary>
    /// <param name="text">The text; <see langword="null"/> for nothing.</param>
    public static RecordValue OfText(string? text) => text is null ? default : new RecordValue(RecordKind.Text, 0, text);

    /// <summary>The value of an enum: the name of its member as a text, or its number where it has none.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="member">The enum's value; <see langword="null"/> for nothing.</param>
    public static RecordValue OfMember<T>(T? member)
        where T : struct, Enum
    {
        if (member is not { } known)
        {
            return default;
        }

        // Its number has the sign of the current culture.
        string name = known.ToString();
        return OfText(char.IsLetter(name[0]) || name[0] == '_' ? name : Convert.ToDecimal(known, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The value of a time span: its seconds.</summary>
    /// <param name="time">The time span; <see langword="null"/> for nothing.</param>
    public static RecordValue OfTime(TimeSpan? time) => OfNumber(time?.TotalSeconds);

    /// <summary>The number, if the value is one that the type can hold; otherwise <see langword="null"/>.</summary>
    /// <typeparam name="T">The number's type.</typeparam>
    public T? AsNumber<T>()
        where T : struct, INumber<T>
        => Kind is RecordKind.Real or RecordKind.Whole or RecordKind.Digits && T.TryParse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out T number)
            ? number
            : null;

    /// <summary>The truth value, if the value is one; otherwise <see langword="null"/>.</summary>
    public bool? AsFlag() => Kind == RecordKind.Flag ? Flag : null;

    /// <summary>The text, if the value is one; otherwise <see langword="null"/>.</summary>
    public string? AsText() => Kind == RecordKind.Text ? _text : null;

    /// <summary>The enum's value, if the value is the text of one; otherwise <see langword="null"/>.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public T? AsMember<T>()
        where T : struct, Enum
        => Kind == RecordKind.Text && Enum.TryParse(_text, out T member) ? member : null;

    /// <summary>The time span, if the value is a number of seconds; otherwise <see langword="null"/>.</summary>
    public TimeSpan? AsTime() => AsNumber<double>() is { } seconds && !double.IsNaN(seconds) ? Seconds.ToTimeSpan(seconds) : null;

    /// <summary>Whether the other value is the same.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(RecordValue other) => Kind == other.Kind && _bits == other._bits && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _text);

    /// <summary>The value as text, the same in every culture; empty for nothing.</summary>
    public override string ToString() => Kind switch
    {
        RecordKind.Flag => Flag ? "true" : "false",
        RecordKind.Whole => NumberFormat.Invariant(Whole),
        RecordKind.Real => NumberFormat.Invariant(Real),
        _ => _text ?? "",
    };

    /// <summary>Whether two values are the same.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another one.</param>
    public static bool operator ==(RecordValue left, RecordValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another one.</param>
    public static bool operator !=(RecordValue left, RecordValue right) => !left.Equals(right);

    /// <summary>The value as JSON; only of a number or a truth value. Numbers that JSON does not have are as Python writes them.</summary>
    internal string ToJson()
    {
        string text = ToString();
        bool looksWhole = Kind == RecordKind.Real && double.IsFinite(Real) && !text.AsSpan().ContainsAny('.', 'E');
        return looksWhole ? text + ".0" : text;
    }

    internal static RecordValue OfReal(double number) => new(RecordKind.Real, BitConverter.DoubleToInt64Bits(number));

    /// <summary>The value of a number as JSON writes it.</summary>
    internal static RecordValue OfDigits(ReadOnlySpan<byte> digits)
    {
        if (digits.Length <= MostDigits)
        {
            return OfDigits(Encoding.ASCII.GetString(digits));
        }

        return OfReal(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    /// <summary>The value of a number as people write it; nothing where the text is no number.</summary>
    internal static RecordValue OfNumberText(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real))
        {
            return default;
        }

        // A decimal has more digits, but not the smallest and largest numbers.
        bool isExact = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal digits) && (double)digits == real;
        return isExact ? OfNumber<decimal>(digits) : OfReal(real);
    }

    // As text only where it says more than the nearest number.
    private static RecordValue OfDigits(string digits)
    {
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) && digits == NumberFormat.Invariant(whole))
        {
            return OfWhole(whole);
        }

        double real = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        string shortest = NumberFormat.Invariant(real);
        return digits == shortest || digits == shortest + ".0" ? OfReal(real) : new RecordValue(RecordKind.Digits, 0, digits);
    }

    private static RecordValue OfWhole(long number) => new(RecordKind.Whole, number);
}
