using System.ComponentModel;
using System.Text.Json;

namespace HyperTune.CompilerServices;

/// <summary>
/// A tuned list between configs, vectors and JSON. Its part of a vector holds the length first, where that can vary, then the elements, and NaN
/// behind the last one. For generated code.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TunedList<T>
{
    private readonly int _minimum;

    private protected TunedList(string name, int minimum, int maximum, int stride)
    {
        Name = name;
        _minimum = minimum;
        Maximum = maximum;
        Stride = stride;
        First = minimum == maximum ? 0 : 1;
    }

    /// <summary>The number of entries that the list takes in a vector.</summary>
    public virtual int DimensionCount => First + (Maximum * Stride);

    private protected string Name { get; }

    /// <summary>The largest number of elements.</summary>
    private protected int Maximum { get; }

    /// <summary>How many entries an element takes.</summary>
    private protected int Stride { get; }

    /// <summary>Where the elements begin.</summary>
    private protected int First { get; }

    /// <summary>A list with the middle number of elements, each at its own default.</summary>
    public T[] Default()
    {
        var items = new T[_minimum + ((Maximum - _minimum + 1) / 2)];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = DefaultItem(i);
        }

        return items;
    }

    /// <summary>The list behind its part of a vector.</summary>
    /// <param name="vector">The list's part.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not one that the list can have.</exception>
    public abstract T[] Decode(ReadOnlySpan<double> vector);

    /// <summary>Writes the list's part of a vector.</summary>
    /// <param name="list">The list; what is beyond the largest number of elements is left out.</param>
    /// <param name="vector">Receives the list's part.</param>
    public abstract void Encode(ListItems<T> list, Span<double> vector);

    /// <summary>Draws the list's part of a vector.</summary>
    /// <param name="random">The source of randomness.</param>
    /// <param name="vector">Receives the list's part.</param>
    public abstract void SampleVector(ref RandomStream random, Span<double> vector);

    /// <summary>Writes a list as a JSON array.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="list">The list.</param>
    public void WriteJson(Utf8JsonWriter writer, ListItems<T> list)
    {
        writer.WritePropertyName(Name);
        if (list.IsMissing)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (T item in list.Items)
        {
            WriteItem(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a list from a JSON array.</summary>
    /// <param name="reader">The reader, on the array.</param>
    /// <exception cref="JsonException">The value is no array, or an element is not what it must be.</exception>
    public T[] ReadJson(ref Utf8JsonReader reader)
    {
        var items = new List<T>();
        ConfigJson.ReadArray(ref reader, Name);
        while (ConfigJson.ReadElement(ref reader))
        {
            items.Add(ReadItem(ref reader));
        }

        return [.. items];
    }

    private protected abstract T DefaultItem(int index);

    private protected abstract void WriteItem(Utf8JsonWriter writer, T item);

    private protected abstract T ReadItem(ref Utf8JsonReader reader);

    private protected int DecodeLength(ReadOnlySpan<double> vector)
        => First == 0 ? Maximum
            : vector[0] >= _minimum && vector[0] <= Maximum ? (int)vector[0]
            : throw new ArgumentOutOfRangeException(nameof(vector), vector[0], $"The length of '{Name}' must be from {_minimum} to {Maximum}.");

    private protected ReadOnlySpan<T> StartEncoding(ListItems<T> list, Span<double> vector)
    {
        vector.Fill(double.NaN);
        if (First > 0)
        {
            vector[0] = list.Items.Length;
        }

        return list.Items[..Math.Min(list.Items.Length, Maximum)];
    }

    private protected int SampleLength(ref RandomStream random, Span<double> vector)
    {
        if (First == 0)
        {
            return Maximum;
        }

        int length = _minimum + (int)random.NextInteger(Maximum - _minimum + 1);
        vector.Fill(double.NaN);
        vector[0] = length;
        return length;
    }

    private protected ReadOnlySpan<T> StartChecking(ICollection<ValidationError> errors, string name, ListItems<T> list)
    {
        ConfigCheck.Length(errors, name, list.IsMissing ? -1 : list.Items.Length, _minimum, Maximum);
        return list.Items[..Math.Min(list.Items.Length, Maximum)];
    }

    private protected ParameterList<TElement> Create<TElement>(SpaceScope scope, Func<SpaceScope, TElement> create, Func<TElement, IEnumerable<Parameter>> parametersOf)
    {
        RangeParameter<int>? count = First == 0 ? null : CreateCount(scope);
        var elements = new TElement[Maximum];
        for (int i = 0; i < Maximum; i++)
        {
            // The elements that are always there exist whenever the list does.
            ParameterCondition? condition = i < _minimum ? scope.Condition : ParameterCondition.InRange(count!, i + 1, double.PositiveInfinity);
            elements[i] = create(scope.Element(i, First + (i * Stride), condition));
        }

        IEnumerable<Parameter> parameters = elements.SelectMany(parametersOf);
        return new ParameterList<TElement>(
            _minimum,
            count,
            [.. elements],
            [.. count is null ? parameters : parameters.Prepend(count)],
            () => Maximum == 0 ? throw new InvalidOperationException($"'{scope.Prefix}' has no elements.") : create(scope.Each(First, scope.Condition)));
    }

    private RangeParameter<int> CreateCount(SpaceScope scope)
    {
        var distribution = new UniformDistribution(_minimum, Maximum, 1);
        return scope.Range(0, "Count", distribution, static value => (int)value, static value => value, inactive: distribution.FromUnit(0.5));
    }
}
