using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Listed values without any order among them.</summary>
/// <param name="labels">The values as invariant text, in list order; at least one.</param>
public sealed class ChoiceDistribution(ImmutableArray<string> labels) : ListDistribution(labels)
{
    /// <inheritdoc/>
    public override bool IsCategorical => true;

    /// <inheritdoc/>
    public override string ToString() => DistributionWords.Choice(Labels);

    internal override string Canonical => Canonicalize("choice");
}
