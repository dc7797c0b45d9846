using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using HyperTune.Text;

namespace HyperTune.CompilerServices;

/// <summary>Values of configs as JSON, the same text in every culture. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ConfigJson
{
    /// <summary>Writes an integer.</summary>
    /// <param name="writer">The writer, where a value may stand.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a number; NaN and the infinities, which JSON has no numbers for, as strings.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void Write(Utf8JsonWriter writer, double? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case { } number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case { } number:
                writer.WriteStringValue(NumberFormat.Invariant(number));
                break;
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, double?)"/>
    public static void Write(Utf8JsonWriter writer, float? value)
    {
        if (value is { } number && float.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            Write(writer, (double?)value);
        }
    }

    /// <summary>Writes a decimal number.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void Write(Utf8JsonWriter writer, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a truth value.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void Write(Utf8JsonWriter writer, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes an unsigned integer.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void Write(Utf8JsonWriter writer, ulong? value)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a number of 16 bits by its own, short text; one that JSON cannot write by its name.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void WriteHalf(Utf8JsonWriter writer, Half? value)
    {
        if (value is { } number && Half.IsFinite(number))
        {
            writer.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture));
        }
        else
        {
            Write(writer, (double?)value);
        }
    }

    /// <summary>Writes a character as a string of one; half of a surrogate pair, which is no text, as a number.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void Write(Utf8JsonWriter writer, char? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case { } character when char.IsSurrogate(character):
                writer.WriteNumberValue(character);
                break;
            case { } character:
                writer.WriteStringValue([character]);
                break;
        }
    }

    /// <summary>Writes a string.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    /// <summary>Writes a time span in the constant format, for instance <c>"00:00:30"</c>.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void Write(Utf8JsonWriter writer, TimeSpan? value)
        => writer.WriteStringValue(value?.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Writes an enum value by its name; one without a name by its number, as a string.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <inheritdoc cref="Write(Utf8JsonWriter, long?)"/>
    public static void WriteEnum<TEnum>(Utf8JsonWriter writer, TEnum? value)
        where TEnum : struct, Enum
        => writer.WriteStringValue(value?.ToString());
}
