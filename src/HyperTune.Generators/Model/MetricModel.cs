using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>One metric of an outcome.</summary>
internal sealed record MetricModel
{
    /// <summary>The name of the property.</summary>
    public required string PropertyName { get; init; }

    /// <summary>What the metric's values are.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The stable name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the metric's property in the descriptor.</summary>
    public required string DescriptorProperty { get; init; }

    /// <summary>The accessibility of that property.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The direction, or null for a metric that is limited only.</summary>
    public required MetricDirection? Direction { get; init; }

    /// <summary>The lower limit, or null for none.</summary>
    public required NumberBits? AtLeast { get; init; }

    /// <summary>The upper limit, or null for none.</summary>
    public required NumberBits? AtMost { get; init; }

    /// <summary>What the user's documentation says, or null where there is none.</summary>
    public required string? Summary { get; init; }
}
