using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Listed values without any order among them.</summary>
public sealed class ChoiceDistribution : ListDistribution
{
    /// <summary>Creates the distribution.</summary>
    /// <param name="labels">The values as invariant text, in list order; at least one.</param>
    /// <exception cref="ArgumentException">There are no labels.</exception>
    public ChoiceDistribution(ImmutableArray<string> labels)
        : this(labels, default)
    {
    }

    private ChoiceDistribution(ImmutableArray<string> labels, ImmutableArray<int> kept)
        : base(labels, kept)
    {
    }

    /// <inheritdoc/>
    public override bool IsCategorical => true;

    /// <inheritdoc/>
    public override string ToString() => DistributionWords.Choice(KeptLabels);

    internal override string Canonical => Canonicalize("choice");

    private protected override ListDistribution Keeping(ImmutableArray<int> kept) => new ChoiceDistribution(Labels, kept);
}
