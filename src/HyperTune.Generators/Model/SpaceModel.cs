namespace HyperTune.Generators.Model;

/// <summary>Everything that the emitter must know about a marked type.</summary>
/// <remarks>
/// The caching contract of all models: immutable, compared by value, and made of strings, booleans, integers, enums and other models only. No symbol, no
/// location, and no floating-point number (0.0 equals -0.0 though what is written for them differs): numbers are kept as their bits, constants as
/// <see cref="ConstantModel"/>. A model says what is declared, in values, kinds and names; how that is written, in C# or in words, is the emitter's business.
/// </remarks>
internal sealed record SpaceModel
{
    /// <summary>The generated file's name.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace with escaped parts, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The containing types, outermost first.</summary>
    public required EquatableArray<TypePartModel> Containers { get; init; }

    /// <summary>The type itself, as a part of it is declared.</summary>
    public required TypePartModel Part { get; init; }

    public required bool IsReferenceType { get; init; }

    /// <summary>The first error that the rules found, or null. Where there is one, a stub with the same API is emitted.</summary>
    public required FaultModel? Fault { get; init; }

    /// <summary>Whether the rules found no error.</summary>
    public bool IsValid => Fault is null;

    /// <summary>The name of the descriptor class.</summary>
    public required string DescriptorName { get; init; }

    /// <summary>The name of the gradient record, or null where no parameter is continuous.</summary>
    public required string? GradientName { get; init; }

    /// <summary>Whether the user has a member named <c>Space</c>, so that the descriptor is reached through the interface and its own Instance only.</summary>
    public required bool HasOwnSpaceMember { get; init; }

    /// <summary>Whether a base type has a member that the generated <c>Space</c> hides.</summary>
    public required bool HidesSpace { get; init; }

    /// <summary>Whether a base type has a member that the descriptor class hides.</summary>
    public required bool HidesDescriptor { get; init; }

    /// <summary>Whether a base type has a member that the gradient record hides.</summary>
    public required bool HidesGradient { get; init; }

    /// <summary>Whether something that the descriptor must use is obsolete as an error. What is obsolete itself may use it.</summary>
    public required bool UsesObsolete { get; init; }

    /// <summary>The type itself; in a conditional space, with its cases.</summary>
    public required NodeModel Root { get; init; }
}
