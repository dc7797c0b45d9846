namespace HyperTune.Generators.Model;

/// <summary>
/// A tuned member whose type is a search space. Of that space's inside only whether there is something continuous is known here, so most changes in it
/// leave this model as it is.
/// </summary>
internal sealed record NestedSpaceModel : MemberModel
{
    /// <summary>The fully qualified descriptor class of the nested space.</summary>
    public required string DescriptorType { get; init; }

    /// <summary>The fully qualified gradient record of the nested space, or null where it has nothing continuous.</summary>
    public required string? GradientType { get; init; }

    /// <summary>Whether a config can do without the part.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether the type is a class, so that a config of it can be missing.</summary>
    public required bool IsReferenceType { get; init; }
}
