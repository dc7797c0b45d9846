using System.Collections.Immutable;

namespace HyperTune;

/// <summary>Draws an order, each equally likely: of the numbers from 0, or of all members of an enum.</summary>
/// <remarks>
/// <para>
/// On a property of type <see cref="ImmutableArray{T}"/>, <see cref="IReadOnlyList{T}"/>, <see cref="IList{T}"/>, <see cref="List{T}"/> or <c>T[]</c> of
/// <see cref="int"/> or of an enum. Without an initializer the default is the order of the numbers, or that in which the members are declared.
/// </para>
/// <para>
/// Each item has a key in [0, 1], a parameter such as <c>Order[3]</c> or <c>Order.Red</c>, and the items are sorted by their keys. Only the order of the keys
/// counts, so they are kept as places: the key of what comes first of n is 0.5 / n, that of the next 1.5 / n.
/// </para>
/// </remarks>
/// <example><c>[Permutation(8)] public ImmutableArray&lt;int&gt; Tour { get; init; }</c></example>
public sealed class PermutationAttribute : DistributionAttribute
{
    /// <summary>Draws an order of all members of an enum.</summary>
    public PermutationAttribute()
    {
    }

    /// <summary>Draws an order of the numbers from 0 to <paramref name="length"/> - 1.</summary>
    /// <param name="length">How many numbers there are; from 2 to 1,000.</param>
    public PermutationAttribute(int length) => Length = length;

    /// <summary>How many numbers there are; <see langword="null"/> for the members of an enum.</summary>
    public int? Length { get; }
}
