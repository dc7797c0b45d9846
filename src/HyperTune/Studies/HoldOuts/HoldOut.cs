using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Makes a <see cref="HoldOut{TData}"/>.</summary>
public static class HoldOut
{
    /// <summary>The name of a hold-out that is given none.</summary>
    public const string DefaultName = "hold-out";

    /// <summary>Sets a random part of some items aside.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="items">The items; at least two.</param>
    /// <param name="share">The share to set aside, above 0 and below 1; at least one item is, and at least one is not.</param>
    /// <param name="seed">The seed of the choice: the same one sets the same items aside, whatever the study's seed.</param>
    /// <param name="name">The hold-out's name, by which a study knows it again; not empty.</param>
    /// <returns>The items to tune with, and the others; both in their order among the items.</returns>
    /// <exception cref="ArgumentException">There are fewer than two items, or the name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public static (IReadOnlyList<TItem> Development, HoldOut<IReadOnlyList<TItem>> HoldOut) Split<TItem>(
        IReadOnlyList<TItem> items, double share, long seed, string name = DefaultName)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count < 2)
        {
            throw new ArgumentException($"To set some of them aside there must be at least two items, and there {(items.Count == 1 ? "is one" : "are none")}.", nameof(items));
        }

        if (share is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share to set aside must be above 0 and below 1.");
        }

        int[] order = [.. Enumerable.Range(0, items.Count)];
        new RandomStream(unchecked((ulong)seed)).Shuffle<int>(order);
        int count = Math.Clamp((int)Math.Round(share * items.Count), 1, items.Count - 1);
        return ([.. order[count..].Order().Select(place => items[place])], new HoldOut<IReadOnlyList<TItem>>([.. order[..count].Order().Select(place => items[place])], name));
    }
}
