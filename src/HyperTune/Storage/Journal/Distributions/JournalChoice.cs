using System.Globalization;
using HyperTune.Storage.Journal.Json;
using HyperTune.Text;

namespace HyperTune.Storage.Journal.Distributions;

/// <summary>One choice of a categorical distribution: null, a truth value, a number or a text. Other JSON values are kept as their text.</summary>
/// <remarks>Two choices are equal where Python calls them equal: true, 1 and 1.0 are one value. As in Optuna, not-a-number equals itself.</remarks>
internal readonly struct JournalChoice : IEquatable<JournalChoice>
{
    private readonly string? _text;
    private readonly double _number;
    private readonly Kind _kind;

    private JournalChoice(Kind kind, double number, string? text)
    {
        _kind = kind;
        _number = number;
        _text = text;
    }

    private enum Kind : byte
    {
        Null,
        Boolean,
        Integer,
        Float,
        Text,
        Other,
    }

    public static JournalChoice Of(string text) => new(Kind.Text, 0, text);

    public static JournalChoice Of(double value) => new(value == Math.Floor(value) ? Kind.Integer : Kind.Float, value, null);

    public static JournalChoice Of(bool value) => new(Kind.Boolean, value ? 1 : 0, null);

    public static JournalChoice Read(ref JournalTokenizer reader)
    {
        switch (reader.Peek())
        {
            case JournalTokenKind.Null:
                reader.ReadRaw();
                return default;
            case JournalTokenKind.True or JournalTokenKind.False:
                return Of(reader.ReadRaw()[0] == 't');
            case JournalTokenKind.String:
                return Of(reader.ReadString().Decode());
            case JournalTokenKind.Number:
                double number = reader.ReadDouble(out bool isInteger);
                return new JournalChoice(isInteger ? Kind.Integer : Kind.Float, number, null);
            default:
                return new JournalChoice(Kind.Other, 0, System.Text.Encoding.UTF8.GetString(reader.ReadRaw()));
        }
    }

    public void Write(JournalJsonWriter writer)
    {
        switch (_kind)
        {
            case Kind.Null:
                writer.Null();
                break;
            case Kind.Boolean:
                writer.Boolean(_number != 0);
                break;
            case Kind.Integer when Math.Abs(_number) < 1e15:
                writer.Integer((long)_number);
                break;
            case Kind.Integer or Kind.Float:
                writer.Float(_number);
                break;
            case Kind.Text:
                writer.String(_text!);
                break;
            default:
                writer.Raw(_text!);
                break;
        }
    }

    public bool Equals(JournalChoice other)
        => IsNumber && other.IsNumber ? _number.Equals(other._number) : _kind == other._kind && _text == other._text;

    public override bool Equals(object? obj) => obj is JournalChoice other && Equals(other);

    public override int GetHashCode() => IsNumber ? _number.GetHashCode() : HashCode.Combine(_kind, _text);

    public override string ToString() => _kind switch
    {
        Kind.Null => "null",
        Kind.Boolean => _number != 0 ? "true" : "false",
        Kind.Integer or Kind.Float => NumberFormat.Invariant(_number),
        _ => _text!,
    };

    /// <summary>Whether a label means this choice: Python writes True, C# "True" or "true", and whoever listed numbers wrote 1 or 1.0.</summary>
    public bool Says(string label)
        => string.Equals(ToString(), label, StringComparison.OrdinalIgnoreCase)
            || (IsNumber && double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number.Equals(_number));

    /// <summary>The number that the choice is, true being 1.</summary>
    public bool TryGetNumber(out double number)
    {
        number = _number;
        return IsNumber;
    }

    private bool IsNumber => _kind is Kind.Boolean or Kind.Integer or Kind.Float;
}
