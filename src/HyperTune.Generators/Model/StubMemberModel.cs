namespace HyperTune.Generators.Model;

/// <summary>A tuned member of an invalid declaration: just enough to declare its property in the descriptor.</summary>
internal sealed record StubMemberModel : MemberModel
{
    public required StubMemberKind Kind { get; init; }

    /// <summary>Whether the member is a nested space that a config can do without.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether the member is a list of what <see cref="Kind"/> says.</summary>
    public required bool IsList { get; init; }

    /// <summary>The fully qualified descriptor class of a nested space; null where there is none, and for a parameter.</summary>
    public string? DescriptorType { get; init; }

    /// <summary>The fully qualified gradient record of a nested space; null where there is none, and for a parameter.</summary>
    public string? GradientType { get; init; }
}
