using System.Collections.Immutable;

namespace HyperTune;

/// <summary>
/// Tunes a list: how many elements it has, and each of them. The elements are nested search spaces, or values drawn from the distribution given
/// next to this attribute.
/// </summary>
/// <remarks>
/// On a property of type <see cref="ImmutableArray{T}"/>, <see cref="IReadOnlyList{T}"/>, <see cref="IList{T}"/>, <see cref="List{T}"/> or <c>T[]</c>.
/// Besides the elements (<c>Hidden[0]</c>, <c>Hidden[0].Units</c>, ...) there is a parameter <c>Hidden.Count</c>, uniform from <see cref="Minimum"/> to
/// <see cref="Maximum"/>, unless the two are equal; element number i exists while the count is above i.
/// </remarks>
/// <example><c>[Repeat(1, 4)] public ImmutableArray&lt;Layer&gt; Hidden { get; init; } = [new(64, 0.1)];</c></example>
/// <param name="minimum">The smallest number of elements; at least 0.</param>
/// <param name="maximum">The largest number of elements; at least 1, at least <paramref name="minimum"/>, and at most 10,000.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RepeatAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>The smallest number of elements.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The largest number of elements.</summary>
    public int Maximum { get; } = maximum;
}
