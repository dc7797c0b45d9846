using System.Collections.Immutable;

namespace HyperTune;

/// <summary>Listed values whose order means something.</summary>
/// <param name="labels">The values as invariant text, in their order; at least one.</param>
public sealed class OrdinalDistribution(ImmutableArray<string> labels) : ListDistribution(labels)
{
    /// <inheritdoc/>
    public override string ToString() => $"In order one of {string.Join(", ", Labels)}";

    internal override string Canonical => Canonicalize("ordinal");
}
