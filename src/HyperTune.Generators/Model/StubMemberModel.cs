namespace HyperTune.Generators.Model;

/// <summary>A tuned member of an invalid declaration: just enough to declare its property in the descriptor.</summary>
internal sealed record StubMemberModel : MemberModel
{
    /// <summary>The type of the member's property in the descriptor.</summary>
    public required string PropertyType { get; init; }

    /// <summary>The type of the member's property in the gradient, or null where it has none.</summary>
    public required string? GradientType { get; init; }
}
