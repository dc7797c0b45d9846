using System.Buffers;
using System.Text.Json;
using HyperTune.Text;

namespace HyperTune.Storage.Payloads;

/// <summary>Short ways to read and write the JSON of payloads; numbers that JSON does not have are texts, and one that is not there is null.</summary>
internal static class PayloadJson
{
    public delegate T Reading<T>(ref Utf8JsonReader reader);

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="InvalidDataException">The payload is nothing that <see cref="Write"/> could have written.</exception>
    public static T Read<T>(ReadOnlySpan<byte> payload, Reading<T> read)
    {
        var reader = new Utf8JsonReader(payload);
        try
        {
            reader.Read();
            T value = read(ref reader);
            return reader.Read() ? throw new FormatException("There is more than one value.") : value;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidOperationException
            or ArgumentException or InvalidDataException)
        {
            throw new InvalidDataException($"The payload cannot be read. {exception.Message} Something else than HyperTune has probably written it.", exception);
        }
    }

    /// <summary>Goes to the value of the next member of an object; false at its end.</summary>
    public static bool NextMember(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = "";
            return false;
        }

        name = reader.GetString()!;
        reader.Read();
        return true;
    }

    /// <summary>Goes to the next element of an array; false at its end.</summary>
    public static bool NextElement(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    public static void WriteNumbers(Utf8JsonWriter writer, string name, ReadOnlySpan<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (double number in numbers)
        {
            WriteNumber(writer, number);
        }

        writer.WriteEndArray();
    }

    public static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else if (double.IsNaN(number))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(NumberFormat.Invariant(number));
        }
    }

    public static double[] ReadNumbers(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var numbers = new List<double>();
        while (NextElement(ref reader))
        {
            numbers.Add(ReadNumber(ref reader));
        }

        return [.. numbers];
    }

    /// <exception cref="FormatException">The value is of another kind.</exception>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        if (reader.TokenType != kind)
        {
            throw new FormatException($"There is a {reader.TokenType} where a {kind} was to come.");
        }
    }

    /// <summary>A text, which may not be null.</summary>
    public static string ReadText(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    public static double ReadNumber(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => double.NaN,
        JsonTokenType.String => reader.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var other => throw new FormatException($"'{other}' is no number."),
        },
        _ => reader.GetDouble(),
    };
}
