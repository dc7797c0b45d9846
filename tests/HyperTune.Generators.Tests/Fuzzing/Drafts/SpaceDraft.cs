namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A search space of a declaration, or a case of one.</summary>
internal sealed class SpaceDraft
{
    /// <summary>The name without an @.</summary>
    public required string Name { get; set; }

    /// <summary>class, record, struct or record struct.</summary>
    public required string Keyword { get; set; }

    public string Accessibility { get; set; } = "public";

    /// <summary>abstract, sealed, readonly or nothing.</summary>
    public string Modifier { get; set; } = "";

    public bool IsPartial { get; set; } = true;

    /// <summary>Whether the type has the attribute itself; a case has not.</summary>
    public bool IsMarked { get; set; } = true;

    /// <summary>Whether the members are parameters of a primary constructor that properties show, as in a class.</summary>
    public bool HasShownParameters { get; set; }

    /// <summary>Whether a second part of the type holds the properties.</summary>
    public bool HasTwoParts { get; set; }

    /// <summary>The stable name of a case.</summary>
    public string? StableName { get; set; }

    public string TypeParameters { get; set; } = "";

    /// <summary>The abstract type that a case derives from, or any other base type.</summary>
    public string? Base { get; set; }

    public List<MemberDraft> Positional { get; } = [];

    public List<MemberDraft> Properties { get; } = [];

    public List<SpaceDraft> Cases { get; } = [];

    /// <summary>Spaces whose declarations lie inside the type.</summary>
    public List<SpaceDraft> Inner { get; } = [];

    /// <summary>Anything else inside the type, as C#.</summary>
    public List<string> Extra { get; } = [];

    /// <summary>The member that a constraint keeps at or below a limit.</summary>
    public MemberDraft? Constrained { get; set; }

    public double ConstraintLimit { get; set; }

    /// <summary>The spaces around a case or an inner space, for writing its name elsewhere.</summary>
    public SpaceDraft? Around { get; set; }

    public bool IsAbstract => Modifier == "abstract";

    public bool IsStruct => Keyword is "struct" or "record struct";

    public IEnumerable<MemberDraft> Members => Positional.Concat(Properties);

    /// <summary>The name as code outside the type.</summary>
    public string Reference => Around is null ? Names.Escape(Name) : $"{Around.Reference}.{Names.Escape(Name)}";

    /// <summary>The type, its cases and the spaces of its members and inside it, each once.</summary>
    public IEnumerable<SpaceDraft> SelfAndBelow
        => new[] { this }.Concat(Cases.Concat(Members.Select(static member => member.Space).OfType<SpaceDraft>()).SelectMany(static space => space.SelfAndBelow)).Distinct();
}
