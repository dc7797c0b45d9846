using System.Text.Json;

namespace HyperTune.CompilerServices;

public static partial class ConfigJson
{
    /// <summary>Writes a member that is an integer.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, string name, long? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member that is an unsigned integer.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void Write(Utf8JsonWriter writer, string name, ulong? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member that is a number; NaN and the infinities, which JSON has no numbers for, as strings.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void Write(Utf8JsonWriter writer, string name, double? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, string, double?)"/>
    public static void Write(Utf8JsonWriter writer, string name, float? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member that is a number of 16 bits.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void WriteHalf(Utf8JsonWriter writer, string name, Half? value)
    {
        writer.WritePropertyName(name);
        WriteHalf(writer, value);
    }

    /// <summary>Writes a member that is a decimal number.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void Write(Utf8JsonWriter writer, string name, decimal? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member that is a truth value.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void Write(Utf8JsonWriter writer, string name, bool? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member that is a character.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void Write(Utf8JsonWriter writer, string name, char? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member that is a string.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void Write(Utf8JsonWriter writer, string name, string? value) => writer.WriteString(name, value);

    /// <summary>Writes a member that is a time span.</summary>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void Write(Utf8JsonWriter writer, string name, TimeSpan? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member that is an enum value.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <inheritdoc cref="Write(Utf8JsonWriter, string, long?)"/>
    public static void WriteEnum<TEnum>(Utf8JsonWriter writer, string name, TEnum? value)
        where TEnum : struct, Enum
    {
        writer.WritePropertyName(name);
        WriteEnum(writer, value);
    }

    /// <summary>Writes a member that is a config of another space.</summary>
    /// <typeparam name="T">The type of the config.</typeparam>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="space">The other space.</param>
    /// <param name="config">The config.</param>
    public static void Write<T>(Utf8JsonWriter writer, string name, SearchSpace<T> space, T config)
    {
        writer.WritePropertyName(name);
        space.WriteJson(writer, config);
    }
}
