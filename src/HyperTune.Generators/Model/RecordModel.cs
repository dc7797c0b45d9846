using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>One record of an outcome: a member that studies keep beside its metrics.</summary>
internal sealed record RecordModel
{
    /// <summary>The name of the property.</summary>
    public required string PropertyName { get; init; }

    /// <summary>The stable name.</summary>
    public required string Name { get; init; }

    /// <summary>What the record's values are.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The fully qualified name of the type, without its Nullable wrapper.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether the type is a nullable value type.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether an object initializer sets the property: no argument does, and it is not computed from others.</summary>
    public required bool IsAssigned { get; init; }
}
