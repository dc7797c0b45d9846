namespace HyperTune.Generators.Model;

/// <summary>When a member exists: for listed values of another, or for a range of them.</summary>
internal sealed record ConditionModel
{
    /// <summary>The stable name of the deciding member, one of the same type.</summary>
    public required string Parent { get; init; }

    /// <summary>The listed values; empty where a range decides.</summary>
    public EquatableArray<ConstantModel> Values { get; init; } = EquatableArray<ConstantModel>.Empty;

    /// <summary>The smallest value, or null for no limit.</summary>
    public NumberBits? Low { get; init; }

    /// <summary>The largest value, or null for no limit.</summary>
    public NumberBits? High { get; init; }

    /// <summary>The vector values of the parent that make the member exist; empty where they are those from <see cref="Low"/> to <see cref="High"/>.</summary>
    public EquatableArray<NumberBits> VectorValues { get; init; } = EquatableArray<NumberBits>.Empty;
}
