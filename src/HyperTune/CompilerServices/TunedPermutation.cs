using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using HyperTune.Spaces.Parameters;
using HyperTune.Text;

namespace HyperTune.CompilerServices;

/// <summary>A tuned order between configs, vectors and JSON: an entry for each item, its key. For generated code.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TunedPermutation<T> : TunedList<T>
{
    private static readonly UniformDistribution Key = new(0, 1);

    private readonly ImmutableArray<T> _items;
    private readonly ImmutableArray<string> _labels;
    private readonly ListedValues<T> _places;
    private readonly Func<int, T> _item;

    /// <param name="name">The member's own name.</param>
    /// <param name="items">What is ordered.</param>
    /// <param name="labels">The names of the items; none where their places are their names.</param>
    internal TunedPermutation(string name, ImmutableArray<T> items, ImmutableArray<string> labels)
        : base(name, items.Length, items.Length, stride: 1)
    {
        _items = items;
        _labels = labels;
        _places = new ListedValues<T>(name, [.. items]);
        _item = index => _items[index];
    }

    /// <summary>Reads an item from JSON.</summary>
    public required JsonItemReader<T> Read { get; init; }

    /// <summary>Writes an item as JSON.</summary>
    public required Action<Utf8JsonWriter, T> Write { get; init; }

    /// <summary>Creates the parameters.</summary>
    /// <param name="scope">Where the member lies.</param>
    /// <param name="description">What the user's documentation says of the member.</param>
    public PermutationParameters<T> CreateParameters(SpaceScope scope, string? description = null)
    {
        var ranked = new RankedKeys(scope.Index(0), Maximum);
        var keys = new RangeParameter<double>[Maximum];
        for (int i = 0; i < keys.Length; i++)
        {
            SpaceScope item = _labels.IsEmpty ? scope.Element(i, i, scope.Condition) : scope.Nest(_labels[i], i);
            double first = RankedKeys.KeyAt(i, Maximum);
            keys[i] = new RangeParameter<double>(item.Prefix, item.Offset, Key, item.Default(0, first), static key => key, static key => key, item.Condition) { Keys = ranked, Description = description };
        }

        return new PermutationParameters<T>(scope.Prefix, _items, [.. keys]);
    }

    /// <inheritdoc/>
    public override T[] Decode(ReadOnlySpan<double> vector) => RankedKeys.Sort(vector[..Maximum], _item);

    /// <inheritdoc/>
    public override void Encode(ListItems<T> list, Span<double> vector)
    {
        ReadOnlySpan<T> items = StartEncoding(list, vector);
        for (int place = 0; place < items.Length; place++)
        {
            if (_places.Encode(items[place]) is var index && !double.IsNaN(index))
            {
                vector[(int)index] = RankedKeys.KeyAt(place, Maximum);
            }
        }
    }

    /// <inheritdoc/>
    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        for (int i = 0; i < Maximum; i++)
        {
            vector[i] = Key.FromUnit(random.NextUnit());
        }

        RankedKeys.Rank(vector[..Maximum]);
    }

    /// <summary>Adds what is wrong with an order.</summary>
    /// <param name="errors">Receives the errors.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="list">The order.</param>
    public void Validate(ICollection<ValidationError> errors, PermutationParameters<T> parameters, ListItems<T> list)
    {
        var seen = new HashSet<double>();
        foreach (T item in StartChecking(errors, parameters.Name, list))
        {
            double index = _places.Encode(item);
            if (double.IsNaN(index) || !seen.Add(index))
            {
                string problem = double.IsNaN(index) ? "is not allowed" : "is there twice";
                errors.Add(new ValidationError(parameters.Name, $"{Printable.Of($"{item}")} {problem}. Allowed: each of {_items[0]} to {_items[^1]} once."));
            }
        }
    }

    private protected override T DefaultItem(int index) => _items[index];

    private protected override void WriteItem(Utf8JsonWriter writer, T item) => Write(writer, item);

    private protected override T ReadItem(ref Utf8JsonReader reader) => Read(ref reader);
}
