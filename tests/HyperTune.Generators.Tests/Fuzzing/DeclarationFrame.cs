namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A declaration before it is written, for mistakes to work on.</summary>
internal sealed class DeclarationFrame
{
    public required SpaceDraft Root { get; init; }

    /// <summary>The spaces of members that lie beside the root.</summary>
    public required IReadOnlyList<SpaceDraft> Beside { get; init; }

    public required EnumDraft Enumeration { get; init; }

    public required Dice Dice { get; init; }

    /// <summary>What makes names of types unique where there is no namespace.</summary>
    public required string Suffix { get; init; }

    /// <summary>The types around the root, outermost first.</summary>
    public List<(string Head, string Name)> Containers { get; } = [];

    /// <summary>Other types of the file, as C#.</summary>
    public List<string> Extra { get; } = [];

    public IReadOnlyList<SpaceDraft> Spaces => [.. Root.SelfAndBelow];

    /// <summary>A random member for which the predicate holds, or null.</summary>
    public MemberDraft? FindMember(Func<MemberDraft, bool> predicate) => FindMember((_, member) => predicate(member));

    /// <summary>A random member for which the predicate holds, or null.</summary>
    public MemberDraft? FindMember(Func<SpaceDraft, MemberDraft, bool> predicate)
    {
        MemberDraft[] found = [.. Spaces.SelectMany(space => space.Members.Where(member => predicate(space, member)))];
        return found.Length == 0 ? null : Dice.Pick(found);
    }

    /// <summary>A random space for which the predicate holds, or null.</summary>
    public SpaceDraft? FindSpace(Func<SpaceDraft, bool> predicate)
    {
        SpaceDraft[] found = [.. Spaces.Where(predicate)];
        return found.Length == 0 ? null : Dice.Pick(found);
    }
}
