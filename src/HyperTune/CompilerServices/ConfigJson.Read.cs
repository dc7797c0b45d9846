using System.Globalization;
using System.Text.Json;
using HyperTune.Text;

namespace HyperTune.CompilerServices;

public static partial class ConfigJson
{
    /// <summary>The member that names the case of a conditional space.</summary>
    public const string CaseMember = "$type";

    /// <summary>Goes to the first token of an object, from there or from just before it.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="type">The config type's name, for messages.</param>
    /// <exception cref="JsonException">There is no object.</exception>
    public static void ReadStart(ref Utf8JsonReader reader, string type)
    {
        if (reader.TokenType == JsonTokenType.None)
        {
            reader.Read();
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"'{type}' must be a JSON object, not {Describe(reader.TokenType)}.");
        }
    }

    /// <summary>Goes to the next member's name; at the object's end stays there.</summary>
    /// <param name="reader">The reader, inside an object.</param>
    /// <returns><see langword="false"/> at the object's end.</returns>
    public static bool ReadMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the value is null.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Looks for the case of a conditional space in an object, wherever it stands; the caller's reader stays where it is.</summary>
    /// <param name="reader">A reader on the object's first token.</param>
    /// <returns>The case's name, or <see langword="null"/> where the object names none.</returns>
    /// <exception cref="JsonException">The name is no string.</exception>
    public static string? FindCase(Utf8JsonReader reader)
    {
        while (ReadMember(ref reader))
        {
            bool isCase = reader.ValueTextEquals(CaseMember);
            reader.Read();
            if (isCase)
            {
                return ReadString(ref reader, CaseMember);
            }

            reader.Skip();
        }

        return null;
    }

    /// <summary>The exception for a case that a conditional space does not have.</summary>
    /// <param name="type">The config type's name.</param>
    /// <param name="name">The case that was found; <see langword="null"/> for none.</param>
    /// <param name="allowed">The names of the cases there are.</param>
    public static JsonException UnknownCase(string type, string? name, string allowed)
        => new(name is null
            ? $"'{type}' needs a member '{CaseMember}', one of {allowed}."
            : $"'{type}' has no case '{Printable.Of(name)}'; the member '{CaseMember}' must be one of {allowed}.");

    /// <summary>Goes into an array.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="name">The member's name, for messages.</param>
    /// <exception cref="JsonException">The value is no array.</exception>
    public static void ReadArray(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(ref reader, name, "an array");
        }
    }

    /// <summary>Goes to the next element; at the array's end stays there.</summary>
    /// <param name="reader">The reader, inside an array.</param>
    /// <returns><see langword="false"/> at the array's end.</returns>
    public static bool ReadElement(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Reads a number, or the name of a number that JSON cannot write.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="name">The member's name, for messages.</param>
    /// <exception cref="JsonException">The value is of another kind.</exception>
    public static double ReadDouble(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value))
        {
            return value;
        }

        return reader.TokenType == JsonTokenType.String && NamedNumber(ref reader) is { } named ? named : throw Wrong(ref reader, name, "a number");
    }

    /// <inheritdoc cref="ReadDouble"/>
    public static float ReadSingle(ref Utf8JsonReader reader, string name)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out float value) ? value : (float)ReadDouble(ref reader, name);

    /// <summary>Reads a number of 16 bits, or the name of a number that JSON cannot write.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static Half ReadHalf(ref Utf8JsonReader reader, string name) => (Half)ReadDouble(ref reader, name);

    /// <summary>Reads a decimal number.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static decimal ReadDecimal(ref Utf8JsonReader reader, string name)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal value) ? value : throw Wrong(ref reader, name, "a decimal number");

    /// <summary>Reads an integer of 64 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static long ReadInt64(ref Utf8JsonReader reader, string name) => ReadInteger(ref reader, name, long.MinValue, long.MaxValue);

    /// <summary>Reads an integer of 32 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static int ReadInt32(ref Utf8JsonReader reader, string name) => (int)ReadInteger(ref reader, name, int.MinValue, int.MaxValue);

    /// <summary>Reads an integer of 16 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static short ReadInt16(ref Utf8JsonReader reader, string name) => (short)ReadInteger(ref reader, name, short.MinValue, short.MaxValue);

    /// <summary>Reads an unsigned integer of 8 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static byte ReadByte(ref Utf8JsonReader reader, string name) => (byte)ReadInteger(ref reader, name, byte.MinValue, byte.MaxValue);

    /// <summary>Reads an unsigned integer of 64 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static ulong ReadUInt64(ref Utf8JsonReader reader, string name)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out ulong value) ? value : (ulong)ReadInteger(ref reader, name, 0, long.MaxValue);

    /// <summary>Reads an unsigned integer of 32 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static uint ReadUInt32(ref Utf8JsonReader reader, string name) => (uint)ReadInteger(ref reader, name, uint.MinValue, uint.MaxValue);

    /// <summary>Reads an unsigned integer of 16 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static ushort ReadUInt16(ref Utf8JsonReader reader, string name) => (ushort)ReadInteger(ref reader, name, ushort.MinValue, ushort.MaxValue);

    /// <summary>Reads an integer of 8 bits.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static sbyte ReadSByte(ref Utf8JsonReader reader, string name) => (sbyte)ReadInteger(ref reader, name, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads a character: a string of one, or its number.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static char ReadChar(ref Utf8JsonReader reader, string name)
        => reader.TokenType == JsonTokenType.Number ? (char)ReadInteger(ref reader, name, char.MinValue, char.MaxValue)
            : reader.TokenType == JsonTokenType.String && reader.GetString() is [var character] ? character
            : throw Wrong(ref reader, name, "a string of one character");

    /// <summary>Reads a truth value.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static bool ReadBoolean(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong(ref reader, name, "true or false"),
    };

    /// <summary>Reads a string.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static string ReadString(ref Utf8JsonReader reader, string name)
        => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Wrong(ref reader, name, "a string");

    /// <summary>Reads a time span in the constant format, for instance <c>"00:00:30"</c>.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader, string name)
        => reader.TokenType == JsonTokenType.String && TimeSpan.TryParseExact(reader.GetString(), "c", CultureInfo.InvariantCulture, out TimeSpan value)
            ? value
            : throw Wrong(ref reader, name, "a time span like \"00:00:30\"");

    /// <summary>Reads an enum value by its name or, as a string, its number.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <inheritdoc cref="ReadDouble"/>
    public static TEnum ReadEnum<TEnum>(ref Utf8JsonReader reader, string name)
        where TEnum : struct, Enum
        => reader.TokenType == JsonTokenType.String && Enum.TryParse(reader.GetString(), out TEnum value)
            ? value
            : throw Wrong(ref reader, name, $"a name of {typeof(TEnum).Name}");

    private static long ReadInteger(ref Utf8JsonReader reader, string name, long low, long high)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            // Other writers give 64.0 for 64.
            long? value = reader.TryGetInt64(out long integer) ? integer
                : reader.TryGetDouble(out double number) && number == Math.Truncate(number) && Math.Abs(number) < 1L << 53 ? (long)number
                : null;
            if (value >= low && value <= high)
            {
                return value.Value;
            }
        }

        throw Wrong(ref reader, name, $"an integer from {low} to {high}");
    }

    private static double? NamedNumber(ref Utf8JsonReader reader) => reader.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => null,
    };

    private static JsonException Wrong(ref Utf8JsonReader reader, string name, string expected)
        => new($"The member '{name}' must be {expected}, not {Describe(reader.TokenType)}.");

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "this string",
        JsonTokenType.Number => "this number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "the end of the text",
    };
}
