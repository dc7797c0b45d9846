using System.ComponentModel;
using System.Text.Json;

namespace HyperTune.CompilerServices;

/// <summary>
/// Operations on the nested spaces that a config can do without: their part of a vector is the presence, then the nested space's own. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OptionalSpaces
{
    private const double Absent = 0;
    private const double Present = 1;

    private static readonly ChoiceDistribution Presence = new(["absent", "present"]);

    /// <summary>Describes an optional part.</summary>
    /// <typeparam name="TSpace">The nested space's descriptor.</typeparam>
    /// <param name="scope">Where the part lies: its name is the prefix, its presence the offset.</param>
    /// <param name="create">Creates the descriptor, given where it lies.</param>
    public static OptionalSpace<TSpace> Create<TSpace>(SpaceScope scope, Func<SpaceScope, TSpace> create)
        where TSpace : SearchSpace
    {
        var presence = new ChoiceParameter<string>(
            scope.Prefix,
            scope.Index(0),
            Presence,
            scope.Default(0, Absent),
            static value => Presence.Labels[(int)value],
            static value => Presence.Labels.IndexOf(value) is >= 0 and var found ? found : double.NaN,
            scope.Condition);
        return new OptionalSpace<TSpace>(presence, create(scope.WherePresent(ParameterCondition.OneOf(presence, [Present]))));
    }

    /// <summary>Whether a vector's entry says that the part is there.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="presence">The entry.</param>
    /// <exception cref="ArgumentOutOfRangeException">The entry is neither 0 nor 1.</exception>
    public static bool IsPresent(string name, double presence) => presence switch
    {
        Absent => false,
        Present => true,
        _ => throw VectorValue.NotListed(name, presence, 2),
    };

    /// <summary>Writes the part's entries of a vector.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <param name="space">The nested space.</param>
    /// <param name="part">The part, or <see langword="null"/> where it is absent.</param>
    /// <param name="vector">The part's entries.</param>
    public static void Encode<T>(SearchSpace<T> space, T? part, Span<double> vector)
        where T : class
    {
        if (part is null)
        {
            WriteAbsence(vector);
        }
        else
        {
            WritePresence(space, part, vector);
        }
    }

    /// <inheritdoc cref="Encode{T}(SearchSpace{T}, T, Span{double})"/>
    public static void Encode<T>(SearchSpace<T> space, T? part, Span<double> vector)
        where T : struct
    {
        if (part is null)
        {
            WriteAbsence(vector);
        }
        else
        {
            WritePresence(space, part.Value, vector);
        }
    }

    /// <summary>Draws whether the part is there, and its parameters where it is.</summary>
    /// <param name="space">The nested space.</param>
    /// <param name="random">The source of randomness.</param>
    /// <param name="vector">The part's entries.</param>
    public static void Sample(SearchSpace space, ref RandomStream random, Span<double> vector)
    {
        ArgumentNullException.ThrowIfNull(space);
        vector[0] = Presence.FromUnit(random.NextUnit());
        if (vector[0] == Present)
        {
            space.SampleVector(ref random, vector[1..]);
        }
        else
        {
            vector[1..].Fill(double.NaN);
        }
    }

    /// <summary>Adds what is wrong inside a part that is there.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <param name="errors">Receives the errors.</param>
    /// <param name="space">The nested space.</param>
    /// <param name="part">The part, or <see langword="null"/> where it is absent.</param>
    public static void Validate<T>(ICollection<ValidationError> errors, SearchSpace<T> space, T? part)
        where T : class
    {
        if (part is not null)
        {
            space.Validate(part, errors);
        }
    }

    /// <inheritdoc cref="Validate{T}(ICollection{ValidationError}, SearchSpace{T}, T)"/>
    public static void Validate<T>(ICollection<ValidationError> errors, SearchSpace<T> space, T? part)
        where T : struct
    {
        if (part is not null)
        {
            space.Validate(part.Value, errors);
        }
    }

    /// <summary>The name of a constraint that a part breaks; <see langword="null"/> where it breaks none or is absent.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <param name="space">The nested space.</param>
    /// <param name="part">The part, or <see langword="null"/> where it is absent.</param>
    public static string? FindViolatedConstraint<T>(SearchSpace<T> space, T? part)
        where T : class
        => part is null ? null : space.FindViolatedConstraint(part);

    /// <inheritdoc cref="FindViolatedConstraint{T}(SearchSpace{T}, T)"/>
    public static string? FindViolatedConstraint<T>(SearchSpace<T> space, T? part)
        where T : struct
        => part is null ? null : space.FindViolatedConstraint(part.Value);

    /// <summary>Writes a member that is a part, an absent one as null.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="space">The nested space.</param>
    /// <param name="part">The part, or <see langword="null"/> where it is absent.</param>
    public static void WriteJson<T>(Utf8JsonWriter writer, string name, SearchSpace<T> space, T? part)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        if (part is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            space.WriteJson(writer, part);
        }
    }

    /// <inheritdoc cref="WriteJson{T}(Utf8JsonWriter, string, SearchSpace{T}, T)"/>
    public static void WriteJson<T>(Utf8JsonWriter writer, string name, SearchSpace<T> space, T? part)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        if (part is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            space.WriteJson(writer, part.Value);
        }
    }

    private static void WriteAbsence(Span<double> vector)
    {
        vector.Fill(double.NaN);
        vector[0] = Absent;
    }

    private static void WritePresence<T>(SearchSpace<T> space, T part, Span<double> vector)
    {
        vector[0] = Present;
        space.Encode(part, vector[1..]);
    }
}
