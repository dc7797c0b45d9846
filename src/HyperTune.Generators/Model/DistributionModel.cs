using HyperTune.Generators.Declarations;
using HyperTune.Spaces.Distributions;

namespace HyperTune.Generators.Model;

/// <summary>The distribution of a parameter.</summary>
internal sealed record DistributionModel
{
    public required DistributionKind Kind { get; init; }

    /// <summary>The range, or null for a list.</summary>
    public RangeModel? Range { get; init; }

    /// <summary>The listed values; empty for a distribution over a range.</summary>
    public EquatableArray<ConstantModel> Values { get; init; } = EquatableArray<ConstantModel>.Empty;

    public bool IsList => Range is null;

    /// <summary>How many values there are, or null where they are continuous or too many to count.</summary>
    public long? Count => Range is not { } range ? Values.Count
        : range.Spacing.Value > 0 && StepArithmetic.Count(range.Low.Value, range.High.Value, range.Spacing.Value) is var count and <= StepArithmetic.MostSteps ? (long)count
        : null;
}
