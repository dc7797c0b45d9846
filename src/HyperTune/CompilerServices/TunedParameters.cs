using System.ComponentModel;
using System.Text.Json;

namespace HyperTune.CompilerServices;

/// <summary>A tuned list whose elements are parameters. For generated code.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="name">The list's own name.</param>
/// <param name="minimum">The smallest number of elements.</param>
/// <param name="maximum">The largest number of elements.</param>
/// <param name="distribution">The distribution of each element.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TunedParameters<T>(string name, int minimum, int maximum, Distribution distribution) : TunedList<T>(name, minimum, maximum, stride: 1)
{
    /// <summary>The vector value of an element of which nothing else is known.</summary>
    public required double Middle { get; init; }

    /// <summary>Turns a vector value into an element.</summary>
    public required Func<double, T> FromVector { get; init; }

    /// <summary>Turns an element into a vector value, NaN for one that is not among the listed ones.</summary>
    public required Func<T, double> ToVector { get; init; }

    /// <summary>Reads an element from JSON.</summary>
    public required JsonItemReader<T> Read { get; init; }

    /// <summary>Writes an element as JSON.</summary>
    public required Action<Utf8JsonWriter, T> Write { get; init; }

    /// <summary>Creates the parameters of a list whose elements lie in a range.</summary>
    /// <param name="scope">Where the list lies.</param>
    /// <param name="description">What the user's documentation says of the list.</param>
    public ParameterList<RangeParameter<T>> CreateRanges(SpaceScope scope, string? description = null) => Create(
        scope,
        element => new RangeParameter<T>(element.Prefix, element.Offset, distribution, element.Default(0, Middle), FromVector, ToVector, element.Condition) { Description = description },
        static element => [element]);

    /// <summary>Creates the parameters of a list whose elements are listed values.</summary>
    /// <param name="scope">Where the list lies.</param>
    /// <param name="description">What the user's documentation says of the list.</param>
    public ParameterList<ChoiceParameter<T>> CreateChoices(SpaceScope scope, string? description = null) => Create(
        scope,
        element => new ChoiceParameter<T>(element.Prefix, element.Offset, distribution, element.Default(0, Middle), FromVector, ToVector, element.Condition) { Description = description },
        static element => [element]);

    /// <inheritdoc/>
    public override T[] Decode(ReadOnlySpan<double> vector)
    {
        var items = new T[DecodeLength(vector)];
        Func<double, T> fromVector = FromVector;
        ReadOnlySpan<double> values = vector.Slice(First, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = fromVector(values[i]);
        }

        return items;
    }

    /// <inheritdoc/>
    public override void Encode(ListItems<T> list, Span<double> vector)
    {
        ReadOnlySpan<T> items = StartEncoding(list, vector);
        Func<T, double> toVector = ToVector;
        Span<double> values = vector.Slice(First, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = toVector(items[i]);
        }
    }

    /// <inheritdoc/>
    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        int length = SampleLength(ref random, vector);
        foreach (ref double value in vector.Slice(First, length))
        {
            value = distribution.FromUnit(random.NextUnit());
        }
    }

    /// <summary>Adds what is wrong with a list and its elements.</summary>
    /// <typeparam name="TParameter">The type of the elements' parameters.</typeparam>
    /// <param name="errors">Receives the errors.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="name">The list's full name.</param>
    /// <param name="list">The list.</param>
    public void Validate<TParameter>(ICollection<ValidationError> errors, ParameterList<TParameter> parameters, string name, ListItems<T> list)
        where TParameter : Parameter<T>
    {
        ReadOnlySpan<T> items = StartChecking(errors, name, list);
        for (int i = 0; i < items.Length; i++)
        {
            ConfigCheck.Value(errors, parameters[i], items[i]);
        }
    }

    /// <summary>Writes the list's part of a gradient.</summary>
    /// <param name="derivatives">The derivatives by the elements; <see langword="null"/> for those that are not known.</param>
    /// <param name="vector">Receives the list's part, which must be NaN everywhere.</param>
    public void WriteGradient(IReadOnlyList<double?>? derivatives, Span<double> vector)
    {
        for (int i = 0; i < Math.Min(derivatives?.Count ?? 0, Maximum); i++)
        {
            vector[First + i] = GradientValue.Of(derivatives![i]);
        }
    }

    private protected override T DefaultItem(int index) => FromVector(Middle);

    private protected override void WriteItem(Utf8JsonWriter writer, T item) => Write(writer, item);

    private protected override T ReadItem(ref Utf8JsonReader reader) => Read(ref reader);
}
