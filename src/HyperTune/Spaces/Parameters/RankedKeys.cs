namespace HyperTune.Spaces.Parameters;

/// <summary>
/// The keys of a permutation among the entries of a vector. Only their order counts, so they have one form, in which equal orders are equal numbers and a
/// key says the place of its item.
/// </summary>
/// <param name="first">The index of the first key in the vectors of the root.</param>
/// <param name="count">How many keys there are.</param>
internal sealed class RankedKeys(int first, int count)
{
    private const int StackLimit = 64;

    /// <summary>The key of what stands at a place.</summary>
    /// <param name="place">The place, counted from 0.</param>
    /// <param name="count">How many places there are.</param>
    public static double KeyAt(int place, int count) => (place + 0.5) / count;

    /// <summary>Replaces the keys in a vector by those of their places; nothing where they do not exist.</summary>
    /// <param name="vector">The vector of a space.</param>
    /// <param name="offset">The index of its first entry in the vectors of the root.</param>
    public void Rank(Span<double> vector, int offset) => Rank(vector.Slice(first - offset, count));

    /// <summary>Replaces keys by those of their places.</summary>
    public static void Rank(Span<double> keys)
    {
        if (double.IsNaN(keys[0]))
        {
            return;
        }

        Span<(double Key, int Item)> order = keys.Length <= StackLimit ? stackalloc (double, int)[keys.Length] : new (double, int)[keys.Length];
        Sort(keys, order);
        for (int place = 0; place < order.Length; place++)
        {
            keys[order[place].Item] = KeyAt(place, keys.Length);
        }
    }

    /// <summary>The items in the order of their keys, of equal ones the first item first.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="keys">The keys.</param>
    /// <param name="item">The item that a key belongs to, given its place among the keys.</param>
    public static T[] Sort<T>(ReadOnlySpan<double> keys, Func<int, T> item)
    {
        Span<(double Key, int Item)> order = keys.Length <= StackLimit ? stackalloc (double, int)[keys.Length] : new (double, int)[keys.Length];
        Sort(keys, order);
        var items = new T[keys.Length];
        for (int place = 0; place < items.Length; place++)
        {
            items[place] = item(order[place].Item);
        }

        return items;
    }

    private static void Sort(ReadOnlySpan<double> keys, Span<(double Key, int Item)> order)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            order[i] = (keys[i], i);
        }

        order.Sort();
    }
}
