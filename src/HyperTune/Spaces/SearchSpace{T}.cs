using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Spaces;

namespace HyperTune;

/// <summary>The descriptor of a config type's search space: what its parameters are, and the typed code between vectors and configs.</summary>
/// <remarks>
/// The generator derives one sealed class from it for each type marked with <see cref="SearchSpaceAttribute"/>. Instances are immutable and safe for
/// concurrent use.
/// </remarks>
/// <typeparam name="T">The config type.</typeparam>
public abstract class SearchSpace<T> : SearchSpace
{
    private const int StackLimit = 64;

    /// <summary>The config type.</summary>
    public sealed override Type ConfigType => typeof(T);

    /// <summary>
    /// A new config at the default point: what initializers and default arguments say; without one, what C# gives the member (0, <see langword="false"/>,
    /// the enum's zero, <see langword="null"/>) where that is among its values, else the middle of its range, else the first of its list.
    /// </summary>
    public abstract T Default { get; }

    /// <summary>The config behind a vector.</summary>
    /// <param name="vector">A vector that the space contains; entries of inactive parameters are ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An entry is no index of its parameter's list.</exception>
    /// <exception cref="IndexOutOfRangeException">The vector is shorter than <see cref="SearchSpace.DimensionCount"/>.</exception>
    public abstract T Decode(ReadOnlySpan<double> vector);

    /// <summary>Writes the vector of a config; entries of inactive parameters become NaN.</summary>
    /// <param name="config">The config; its values need not be inside their ranges.</param>
    /// <param name="vector">Receives the vector; at least <see cref="SearchSpace.DimensionCount"/> long.</param>
    /// <exception cref="IndexOutOfRangeException">The vector is too short.</exception>
    public abstract void Encode(T config, Span<double> vector);

    /// <summary>
    /// Adds an error for each value of <paramref name="config"/> that its parameter does not allow, and for each constraint that the config breaks.
    /// </summary>
    /// <param name="config">The config to check.</param>
    /// <param name="errors">Receives the errors.</param>
    public abstract void Validate(T config, ICollection<ValidationError> errors);

    /// <summary>Writes the tuned values of a config as a JSON object with one member per parameter.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="config">The config to write.</param>
    public abstract void WriteJson(Utf8JsonWriter writer, T config);

    /// <summary>
    /// Reads what <see cref="WriteJson"/> wrote. Members that the type does not know are skipped; parameters without a member keep their default. Values
    /// outside their range are read as they are: <see cref="Validate(T)"/> finds them.
    /// </summary>
    /// <param name="reader">A reader on the object's first token, or before it.</param>
    /// <exception cref="JsonException">The JSON is not an object, or the value of a member is not of its parameter's type.</exception>
    public abstract T ReadJson(ref Utf8JsonReader reader);

    /// <summary>The name of the first constraint that <paramref name="config"/> breaks, or <see langword="null"/> when it satisfies all of them.</summary>
    /// <param name="config">The config to check.</param>
    public virtual string? FindViolatedConstraint(T config) => null;

    /// <inheritdoc/>
    public sealed override string? FindViolatedConstraint(ReadOnlySpan<double> vector)
        => HasConstraints ? FindViolatedConstraint(Decode(vector)) : null;

    /// <summary>Draws a config: every active parameter independently from its distribution, and all again until the constraints hold.</summary>
    /// <param name="random">The source of randomness; one number is taken from it.</param>
    /// <exception cref="ConstraintException">The constraints refused <see cref="SearchSpace.MaximumDraws"/> draws in a row.</exception>
    public T Sample(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var stream = new RandomStream((ulong)random.NextInt64(long.MinValue, long.MaxValue));
        return Sample(ref stream);
    }

    /// <inheritdoc cref="Sample(Random)"/>
    public T Sample(ref RandomStream random)
    {
        Span<double> vector = DimensionCount <= StackLimit ? stackalloc double[StackLimit] : new double[DimensionCount];
        SampleAllowedVector(ref random, vector);
        return Decode(vector);
    }

    /// <summary>What is wrong with a config; empty when every value is allowed and every constraint holds.</summary>
    /// <param name="config">The config to check.</param>
    public ImmutableArray<ValidationError> Validate(T config)
    {
        var errors = new List<ValidationError>();
        Validate(config, errors);
        return [.. errors];
    }

    internal sealed override SearchSpace WithDistributions(ImmutableArray<Distribution> distributions)
        => HasDistributions(Whole, distributions) ? Whole : new NarrowedSpace<T>((SearchSpace<T>)Whole, distributions);

    /// <summary>Sets <see cref="SearchSpace.Parameters"/>; called once, by generated constructors.</summary>
    /// <param name="parameters">All parameters in the order of a vector's entries.</param>
    protected void Initialize(ImmutableArray<Parameter> parameters) => Parameters = parameters;
}
