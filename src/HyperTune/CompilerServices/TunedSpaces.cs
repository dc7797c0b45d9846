using System.ComponentModel;
using System.Text.Json;

namespace HyperTune.CompilerServices;

/// <summary>A tuned list whose elements are configs of another space. For generated code.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="name">The list's own name.</param>
/// <param name="minimum">The smallest number of elements.</param>
/// <param name="maximum">The largest number of elements.</param>
/// <param name="space">The space of the elements.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TunedSpaces<T>(string name, int minimum, int maximum, SearchSpace<T> space) : TunedList<T>(name, minimum, maximum, space.DimensionCount)
{
    /// <summary>Creates the parameters.</summary>
    /// <typeparam name="TSpace">The generated descriptor of the elements' space.</typeparam>
    /// <param name="scope">Where the list lies.</param>
    /// <param name="create">Creates the descriptor of an element, given where it lies.</param>
    public ParameterList<TSpace> CreateParameters<TSpace>(SpaceScope scope, Func<SpaceScope, TSpace> create)
        where TSpace : SearchSpace<T>
        => Create(scope, create, static element => element.Parameters);

    /// <inheritdoc/>
    public override T[] Decode(ReadOnlySpan<double> vector)
    {
        var items = new T[DecodeLength(vector)];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = space.Decode(vector.Slice(First + (i * Stride), Stride));
        }

        return items;
    }

    /// <inheritdoc/>
    public override void Encode(ListItems<T> list, Span<double> vector)
    {
        ReadOnlySpan<T> items = StartEncoding(list, vector);
        for (int i = 0; i < items.Length; i++)
        {
            space.Encode(items[i], PartOf(i, vector));
        }
    }

    /// <inheritdoc/>
    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        int length = SampleLength(ref random, vector);
        for (int i = 0; i < length; i++)
        {
            space.SampleVector(ref random, PartOf(i, vector));
        }
    }

    /// <summary>Adds what is wrong with a list and its elements.</summary>
    /// <typeparam name="TSpace">The generated descriptor of the elements' space.</typeparam>
    /// <param name="errors">Receives the errors.</param>
    /// <param name="spaces">What describes the elements.</param>
    /// <param name="name">The list's full name.</param>
    /// <param name="list">The list.</param>
    public void Validate<TSpace>(ICollection<ValidationError> errors, ParameterList<TSpace> spaces, string name, ListItems<T> list)
        where TSpace : SearchSpace<T>
    {
        ReadOnlySpan<T> items = StartChecking(errors, name, list);
        for (int i = 0; i < items.Length; i++)
        {
            ConfigCheck.Nested(errors, spaces[i], $"{name}[{i}]", items[i]);
        }
    }

    /// <summary>The name of the first constraint that an element breaks, or <see langword="null"/> when they satisfy all.</summary>
    /// <typeparam name="TSpace">The generated descriptor of the elements' space.</typeparam>
    /// <param name="spaces">What describes the elements.</param>
    /// <param name="list">The list.</param>
    public string? FindViolatedConstraint<TSpace>(ParameterList<TSpace> spaces, ListItems<T> list)
        where TSpace : SearchSpace<T>
    {
        for (int i = 0; i < Math.Min(list.Items.Length, Maximum); i++)
        {
            if (spaces[i].FindViolatedConstraint(list.Items[i]) is { } violated)
            {
                return violated;
            }
        }

        return null;
    }

    /// <summary>Writes the list's part of a gradient.</summary>
    /// <typeparam name="TGradient">The generated gradient of the elements' space.</typeparam>
    /// <param name="gradients">The gradients by the elements; <see langword="null"/> for those that are not known.</param>
    /// <param name="vector">Receives the list's part, which must be NaN everywhere.</param>
    public void WriteGradient<TGradient>(IReadOnlyList<TGradient?>? gradients, Span<double> vector)
        where TGradient : class, IGradient<T>
    {
        for (int i = 0; i < Math.Min(gradients?.Count ?? 0, Maximum); i++)
        {
            gradients![i]?.WriteTo(PartOf(i, vector));
        }
    }

    private protected override T DefaultItem(int index) => space.Default;

    private protected override void WriteItem(Utf8JsonWriter writer, T item) => space.WriteJson(writer, item);

    private protected override T ReadItem(ref Utf8JsonReader reader) => space.ReadJson(ref reader);

    private Span<double> PartOf(int item, Span<double> vector) => vector.Slice(First + (item * Stride), Stride);
}
