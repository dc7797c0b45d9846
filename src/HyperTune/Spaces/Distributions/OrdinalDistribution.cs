using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Listed values whose order means something.</summary>
/// <param name="labels">The values as invariant text, in their order; at least one.</param>
public sealed class OrdinalDistribution(ImmutableArray<string> labels) : ListDistribution(labels)
{
    /// <inheritdoc/>
    public override string ToString() => DistributionWords.Ordinal(Labels);

    internal override string Canonical => Canonicalize("ordinal");
}
