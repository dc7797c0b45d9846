using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>A tuned member with a distribution.</summary>
internal sealed record ParameterModel : MemberModel
{
    public required ValueKind Kind { get; init; }

    /// <summary>The fully qualified type without a Nullable wrapper or annotation.</summary>
    public required string UnderlyingTypeName { get; init; }

    public required DistributionModel Distribution { get; init; }

    /// <summary>The end of the range that depends on another parameter, or null where there is none.</summary>
    public BoundModel? Bound { get; init; }
}
