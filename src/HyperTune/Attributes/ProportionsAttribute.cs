using System.Collections.Immutable;

namespace HyperTune;

/// <summary>Draws shares of a whole, numbers of at least 0 that sum to 1: every division equally likely.</summary>
/// <remarks>
/// <para>
/// On a property of type <see cref="ImmutableArray{T}"/>, <see cref="IReadOnlyList{T}"/>, <see cref="IList{T}"/>, <see cref="List{T}"/> or <c>T[]</c> of
/// <see cref="double"/>. Shares are drawn with twelve decimals. Without an initializer they are equal by default.
/// </para>
/// <para>
/// The whole is broken like a stick, one share after the other. Parameter number i, for instance <c>Mix[0]</c>, lies in [0, 1]: it is the part of what the
/// shares before i leave that goes on to those behind it, raised to their number, so that a uniform draw makes every division equally likely. There is no
/// parameter for the last share, which is what is left.
/// </para>
/// </remarks>
/// <example><c>[Proportions(3)] public ImmutableArray&lt;double&gt; Mix { get; init; }</c></example>
/// <param name="count">How many shares there are; from 2 to 1,000.</param>
public sealed class ProportionsAttribute(int count) : DistributionAttribute
{
    /// <summary>How many shares there are.</summary>
    public int Count { get; } = count;
}
