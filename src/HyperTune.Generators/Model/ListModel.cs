using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>A tuned member that is a list.</summary>
internal sealed record ListModel : MemberModel
{
    public required ListKind Kind { get; init; }

    public required int Minimum { get; init; }

    public required int Maximum { get; init; }

    /// <summary>What each element is: a parameter or a nested space. Its names are the list's.</summary>
    public required MemberModel Element { get; init; }

    /// <summary>Whether the length is a parameter.</summary>
    public bool HasLength => Minimum < Maximum;
}
