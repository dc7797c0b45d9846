namespace HyperTune.Generators.Model;

/// <summary>A config type: one that can be created, or in a conditional space an abstract one with its cases.</summary>
internal sealed record NodeModel
{
    /// <summary>The name as users read it, without namespace and escapes.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The fully qualified name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The stable name.</summary>
    public required string Name { get; init; }

    /// <summary>For a case, the name of its property in the descriptor; empty for the marked type itself.</summary>
    public required string DescriptorProperty { get; init; }

    /// <summary>For a case, the accessibility of that property.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The type's own tuned members in the order of the vector.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>For a case that is created: how each inherited member is set. How an own one is, <see cref="MemberModel.Binding"/> says.</summary>
    public EquatableArray<InheritedBindingModel> InheritedBindings { get; init; } = EquatableArray<InheritedBindingModel>.Empty;

    /// <summary>
    /// For a struct whose constructor can be called without arguments, one of them: with none, the language gives all zeros and calls nothing. Null for any
    /// other type.
    /// </summary>
    public OptionalArgumentModel? OptionalArgument { get; init; }

    /// <summary>The cases of an abstract type; empty for one that is created.</summary>
    public required EquatableArray<NodeModel> Cases { get; init; }

    /// <summary>The type's own constraints.</summary>
    public required EquatableArray<ConstraintModel> Constraints { get; init; }

    public bool IsUnion => Cases.Count > 0;
}
