using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>One metric of an outcome.</summary>
internal sealed record MetricModel
{
    /// <summary>The property as it is written in code, escaped where it must be.</summary>
    public required string Identifier { get; init; }

    /// <summary>What the metric's values are.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The stable name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the metric's property in the descriptor.</summary>
    public required string DescriptorProperty { get; init; }

    /// <summary>The accessibility of that property.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The direction as the member of the runtime's enum, or null for a metric that is limited only.</summary>
    public required string? Direction { get; init; }

    /// <summary>The lower limit as a literal, or null for none.</summary>
    public required string? AtLeast { get; init; }

    /// <summary>The upper limit as a literal, or null for none.</summary>
    public required string? AtMost { get; init; }

    /// <summary>What is wanted of the metric in words, for instance <c>Minimize; at most 20</c>.</summary>
    public required string Description { get; init; }

    /// <summary>What the user's documentation says, or null where there is none.</summary>
    public required string? Summary { get; init; }
}
