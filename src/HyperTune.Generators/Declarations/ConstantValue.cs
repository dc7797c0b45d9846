using System;
using System.Collections.Generic;

namespace HyperTune.Generators.Declarations;

/// <summary>
/// A value that a parameter can have: its kind with its bits or its text. Two are equal where they are written alike, so that models can hold them: 0.0 and
/// -0.0 are not.
/// </summary>
internal readonly record struct ConstantValue
{
    private readonly long _bits;
    private readonly long _highBits;
    private readonly string? _text;

    private ConstantValue(ValueKind kind, long bits, long highBits = 0, string? text = null)
    {
        Kind = kind;
        _bits = bits;
        _highBits = highBits;
        _text = text;
    }

    /// <summary>Null, the one value without a kind.</summary>
    public static ConstantValue Null => default;

    /// <summary>Compares values as C# does: 0.0 is -0.0, and 1.0m is 1.00m.</summary>
    public static IEqualityComparer<ConstantValue> ByValue { get; } = new ValueComparer();

    public ValueKind Kind { get; }

    public bool IsNull => Kind == ValueKind.Unsupported;

    /// <summary>Of a bool.</summary>
    public bool Flag => _bits != 0;

    /// <summary>Of a char.</summary>
    public char Character => (char)_bits;

    /// <summary>Of a string.</summary>
    public string Text => _text!;

    /// <summary>Of a double, a float or a Half.</summary>
    public double Number => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>Of a decimal, or the number of an enum's value.</summary>
    public decimal Decimal => new([(int)_bits, (int)(_bits >> 32), (int)_highBits, (int)(_highBits >> 32)]);

    /// <summary>Of an integer that is no ulong, or the ticks of a TimeSpan.</summary>
    public long Integer => _bits;

    /// <summary>Of a ulong.</summary>
    public ulong Unsigned => unchecked((ulong)_bits);

    /// <summary>The value as a number, seconds for a TimeSpan; null for one that is none.</summary>
    public double? ToNumber() => Kind switch
    {
        ValueKind.Double or ValueKind.Single or ValueKind.Half => Number,
        ValueKind.Decimal or ValueKind.Enum => (double)Decimal,
        ValueKind.TimeSpan => (double)Integer / TimeSpan.TicksPerSecond,
        ValueKind.UInt64 => Unsigned,
        _ when Kind.IsInteger() => Integer,
        _ => null,
    };

    public static ConstantValue Of(bool flag) => new(ValueKind.Boolean, flag ? 1 : 0);

    public static ConstantValue Of(char character) => new(ValueKind.Char, character);

    public static ConstantValue Of(string text) => new(ValueKind.String, 0, text: text);

    public static ConstantValue Of(ulong number) => new(ValueKind.UInt64, unchecked((long)number));

    /// <summary>A double, a float or a Half, by the double that is equal to it.</summary>
    public static ConstantValue Of(ValueKind kind, double number) => new(kind, BitConverter.DoubleToInt64Bits(number));

    /// <summary>An integer that is no ulong, or the ticks of a TimeSpan.</summary>
    public static ConstantValue Of(ValueKind kind, long number) => new(kind, number);

    /// <summary>A decimal, or the number of an enum's value.</summary>
    public static ConstantValue Of(ValueKind kind, decimal number)
    {
        int[] bits = decimal.GetBits(number);
        return new(kind, (uint)bits[0] | ((long)bits[1] << 32), (uint)bits[2] | ((long)bits[3] << 32));
    }

    private sealed class ValueComparer : IEqualityComparer<ConstantValue>
    {
        public bool Equals(ConstantValue left, ConstantValue right) => left.Kind == right.Kind && left.Kind switch
        {
            ValueKind.Double or ValueKind.Single or ValueKind.Half => left.Number == right.Number,
            ValueKind.Decimal or ValueKind.Enum => left.Decimal == right.Decimal,
            _ => left == right,
        };

        public int GetHashCode(ConstantValue value) => value.Kind switch
        {
            ValueKind.Double or ValueKind.Single or ValueKind.Half => (value.Number + 0.0).GetHashCode(),
            ValueKind.Decimal or ValueKind.Enum => value.Decimal.GetHashCode(),
            _ => value.GetHashCode(),
        };
    }
}
