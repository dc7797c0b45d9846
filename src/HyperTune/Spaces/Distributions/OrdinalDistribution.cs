using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Listed values whose order means something.</summary>
public sealed class OrdinalDistribution : ListDistribution
{
    /// <summary>Creates the distribution.</summary>
    /// <param name="labels">The values as invariant text, in their order; at least one.</param>
    /// <exception cref="ArgumentException">There are no labels.</exception>
    public OrdinalDistribution(ImmutableArray<string> labels)
        : this(labels, default)
    {
    }

    private OrdinalDistribution(ImmutableArray<string> labels, ImmutableArray<int> kept)
        : base(labels, kept)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => DistributionWords.Ordinal(KeptLabels);

    internal override string Canonical => Canonicalize("ordinal");

    private protected override ListDistribution Keeping(ImmutableArray<int> kept) => new OrdinalDistribution(Labels, kept);
}
