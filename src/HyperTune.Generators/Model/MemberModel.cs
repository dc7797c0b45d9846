namespace HyperTune.Generators.Model;

/// <summary>A tuned member of a config: a parameter, a nested space or a list.</summary>
internal abstract record MemberModel
{
    /// <summary>The name of the property in the config.</summary>
    public required string PropertyName { get; init; }

    /// <summary>The stable name, as it stands in studies and files.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the member's property in the descriptor.</summary>
    public required string DescriptorProperty { get; init; }

    /// <summary>The accessibility of that property.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The fully qualified type with its nullability.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether null is a value of the type, as far as the compiler knows.</summary>
    public required bool IsNullable { get; init; }

    public required DefaultModel Default { get; init; }

    /// <summary>How the creation of the type sets the member; null where the type is abstract and its cases do, and for an element of a list.</summary>
    public BindingModel? Binding { get; init; }

    /// <summary>When the member exists, or null for always.</summary>
    public ConditionModel? Condition { get; init; }

    /// <summary>What the user's documentation says, or null where there is none.</summary>
    public required string? Summary { get; init; }

    /// <summary>Whether the member is, or has inside, a continuous parameter.</summary>
    public required bool IsContinuous { get; init; }
}
