using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The parameters of a tuned order: for each item a key, by which the items are sorted.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class PermutationParameters<T>
{
    internal PermutationParameters(string name, ImmutableArray<T> items, ImmutableArray<RangeParameter<double>> keys)
    {
        Name = name;
        Items = items;
        Keys = keys;
        Parameters = [.. keys];
    }

    /// <summary>What is ordered: the numbers from 0, or the members of an enum in the order of their declaration.</summary>
    public ImmutableArray<T> Items { get; }

    /// <summary>The key of each of <see cref="Items"/>; the item with the smallest one comes first.</summary>
    public ImmutableArray<RangeParameter<double>> Keys { get; }

    /// <summary>All parameters in the order of a vector's entries.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The dotted path from the root of the space.</summary>
    internal string Name { get; }

    /// <summary>The key of an item.</summary>
    /// <param name="item">One of <see cref="Items"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of them.</exception>
    public RangeParameter<double> this[T item]
        => Items.IndexOf(item) is >= 0 and var index
            ? Keys[index]
            : throw new ArgumentOutOfRangeException(nameof(item), item, $"The item must be one of '{Name}', from {Items[0]} to {Items[^1]}.");
}
