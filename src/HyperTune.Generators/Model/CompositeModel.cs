using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>A tuned member that is made of several parameters: a subset of an enum's members, an order, or shares of a whole.</summary>
internal sealed record CompositeModel : MemberModel
{
    public required DistributionKind Kind { get; init; }

    /// <summary>The kind of list that the member is; none for a subset.</summary>
    public required ListKind ListKind { get; init; }

    /// <summary>The fully qualified type of the items, or of a subset.</summary>
    public required string ElementTypeName { get; init; }

    /// <summary>The enum's members in question; empty for numbers.</summary>
    public required EquatableArray<ConstantModel> Members { get; init; }

    /// <summary>How many items or shares there are, or how many members that a subset can have.</summary>
    public required int Length { get; init; }

    /// <summary>How many members a subset has at least.</summary>
    public int Least { get; init; }

    /// <summary>How many entries the member takes in a vector; what is left behind all other shares needs none.</summary>
    public int DimensionCount => Kind == DistributionKind.Proportions ? Length - 1 : Length;
}
