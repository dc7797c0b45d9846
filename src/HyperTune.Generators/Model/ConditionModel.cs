namespace HyperTune.Generators.Model;

/// <summary>When a member exists.</summary>
internal sealed record ConditionModel
{
    /// <summary>The deciding member's property in the config, as in <see cref="MemberModel.Identifier"/>.</summary>
    public required string Parent { get; init; }

    /// <summary>The parent's vector values that make the member exist, as literals; empty where a range decides.</summary>
    public required EquatableArray<string> Values { get; init; }

    /// <summary>The smallest of the parent's vector values that makes it exist, or null for no limit.</summary>
    public required string? Low { get; init; }

    /// <summary>The largest of the parent's vector values that makes it exist, or null for no limit.</summary>
    public required string? High { get; init; }

    /// <summary>The condition in words, for instance <c>Augment is true</c>.</summary>
    public required string Description { get; init; }
}
