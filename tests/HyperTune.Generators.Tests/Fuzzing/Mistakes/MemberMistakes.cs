namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Mistakes in what is tuned and under which name.</summary>
internal static class MemberMistakes
{
    public static IEnumerable<Mistake> All { get; } =
    [
        new("HT1004", "property that cannot be set", static frame =>
        {
            if (frame.FindMember((space, member) => space.Properties.Contains(member) && space.Constrained != member && IsLeftAlone(frame, space, member)) is not { } member)
            {
                return false;
            }

            member.Accessors = "{ get; }";
            member.IsRequired = false;
            return true;
        }),
        new("HT1005", "type that cannot be tuned", static frame =>
        {
            if (frame.FindMember((space, member) => member.Distribution is not null && member != space.Constrained && space.Properties.Contains(member) && IsLeftAlone(frame, space, member)) is not { } member)
            {
                return false;
            }

            member.OtherType = frame.Dice.Pick("nint", "object", "Int128", "DateTime", "nuint?", "Guid", "DateOnly", "(int, double)", "List<double>", "double[,]");
            member.OtherRepeat = "";
            member.Initializer = null;
            return true;
        }),
        On("HT1006", "second distribution", static member => member.Distribution is not null, static (member, _)
            => member.ExtraAttributes.Add(member.Distribution!.Kind == "Normal" ? "Uniform(0, 1)" : "Normal(0, 1)")),
        On("HT1008", "bad name", static member => member.Distribution is not null, static (member, dice) => member.Distribution!.StableName = dice.Pick("", " ", "a.b", "x[0]", "]", "\t")),
        On("HT1008", "bad name of a nested space", static member => member.Space is not null, static (member, dice) => member.StableName = dice.Pick("", " ", "a.b", "x[0]", "]", "\n")),
        new("HT1009", "name taken", static frame =>
        {
            if (frame.FindSpace(static space => space.Members.Count() > 1 && Named(space).Any(static member => member.Distribution is not null)) is not { } space)
            {
                return false;
            }

            MemberDraft second = frame.Dice.Pick<MemberDraft>([.. Named(space).Where(static member => member.Distribution is not null)]);
            MemberDraft first = space.Members.First(member => member != second);
            string name = first.Distribution?.StableName ?? first.StableName ?? first.Name;
            second.Distribution!.StableName = frame.Dice.Pick(name, name.ToUpperInvariant(), name.ToLowerInvariant());
            return true;
        }),
        On("HT3007", "list attribute on what is no list", static member => member.IsScalar, static (member, _) => member.OtherRepeat = "Repeat(1, 3)"),
        On("HT3008", "impossible count", static member => member.Repeat is not null, static (member, dice)
            => member.OtherRepeat = dice.Pick("Repeat(3, 1)", "Repeat(-1, 2)", "Repeat(0, 0)", "Repeat(1, 10001)", "Repeat(minimum: 5, maximum: 4)")),
    ];

    // What an initializer elsewhere sets would be the compiler's to report.
    private static bool IsLeftAlone(DeclarationFrame frame, SpaceDraft space, MemberDraft member)
        => space == frame.Root || (member.Initializer is not null && !member.IsRequired);

    private static Mistake On(string id, string name, Func<MemberDraft, bool> predicate, Action<MemberDraft, Dice> change) => new(id, name, frame =>
    {
        if (frame.FindMember(predicate) is not { } found)
        {
            return false;
        }

        change(found, frame.Dice);
        return true;
    });

    // The first has its name first.
    private static IEnumerable<MemberDraft> Named(SpaceDraft space) => space.Members.Skip(1);
}
