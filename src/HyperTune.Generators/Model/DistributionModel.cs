namespace HyperTune.Generators.Model;

/// <summary>The distribution of a parameter.</summary>
internal sealed record DistributionModel
{
    /// <summary>The fully qualified runtime class.</summary>
    public required string TypeName { get; init; }

    /// <summary>The arguments of its constructor as code; empty for a list, whose labels are its arguments.</summary>
    public required string Arguments { get; init; }

    /// <summary>The listed values; empty for a distribution over a range.</summary>
    public required EquatableArray<ListedValue> Values { get; init; }

    /// <summary>The distribution in words, for instance <c>Log-uniform in [0.0001, 0.1]</c>.</summary>
    public required string Description { get; init; }

    /// <summary>How many values there are as text, or null where they are continuous or too many to count.</summary>
    public required string? Count { get; init; }

    public bool IsList => Values.Count > 0;
}
