namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Mistakes in conditions.</summary>
internal static class ConditionMistakes
{
    public static IEnumerable<Mistake> All { get; } =
    [
        On("HT3001", "condition on nothing", static (_, _) => true, static (space, member, dice) => dice.Pick("When(\"Missing\", 1)", "When(\"\", true)", "When(\"missing name\", Low = 1)")),
        On("HT3001", "condition on what is no single value", static (space, _) => space.Members.Any(static parent => !parent.IsScalar), static (space, _, dice)
            => $"When(\"{dice.Pick<MemberDraft>([.. space.Members.Where(static parent => !parent.IsScalar)]).Name}\", 1)"),
        On("HT3002", "condition on itself", static (_, member) => member.IsScalar, static (_, member, _) => $"When(\"{member.Name}\", 1)"),
        On("HT3003", "value that never occurs", HasParent, static (space, member, dice) => $"When(\"{Parent(space, member, dice, out MemberDraft parent)}\", {Impossible(parent.Type)})"),
        On("HT3004", "condition without a value", HasParent, static (space, member, dice) => $"When(\"{Parent(space, member, dice, out _)}\")"),
        On("HT3004", "values and a range", HasParent, static (space, member, dice) => $"When(\"{Parent(space, member, dice, out _)}\", 1, Low = 1)"),
        On("HT3004", "limits swapped", HasParent, static (space, member, dice) => $"When(\"{Parent(space, member, dice, out _)}\", Low = 2, High = 1)"),
        On("HT3004", "limit that is no number", HasParent, static (space, member, dice) => $"When(\"{Parent(space, member, dice, out _)}\", {dice.Pick("Low", "High")} = double.NaN)"),
        new("HT3002", "circle of two", static frame =>
        {
            if (frame.FindSpace(static space => space.Members.Count(static member => member is { IsScalar: true, When: null }) > 1) is not { } space)
            {
                return false;
            }

            MemberDraft[] two = [.. space.Members.Where(static member => member is { IsScalar: true, When: null }).Take(2)];
            two[0].OtherCondition = $"When(\"{two[1].Name}\", 1)";
            two[1].OtherCondition = $"When(\"{two[0].Name}\", 1)";
            return true;
        }),
    ];

    private static Mistake On(string id, string name, Func<SpaceDraft, MemberDraft, bool> predicate, Func<SpaceDraft, MemberDraft, Dice, string> condition) => new(id, name, frame =>
    {
        if (frame.FindMember((space, member) => member.When is null && predicate(space, member)) is not { } found)
        {
            return false;
        }

        found.OtherCondition = condition(frame.Spaces.Single(space => space.Members.Contains(found)), found, frame.Dice);
        return true;
    });

    // Conditions lead to earlier members only, so an earlier one gives no circle.
    private static IEnumerable<MemberDraft> Parents(SpaceDraft space, MemberDraft member) => space.Members.TakeWhile(earlier => earlier != member).Where(static earlier => earlier.IsScalar);

    private static bool HasParent(SpaceDraft space, MemberDraft member) => Parents(space, member).Any();

    private static string Parent(SpaceDraft space, MemberDraft member, Dice dice, out MemberDraft parent)
    {
        parent = dice.Pick<MemberDraft>([.. Parents(space, member)]);
        return parent.Name;
    }

    private static string Impossible(MemberType type) => type switch
    {
        MemberType.String => "\"no such value\"",
        MemberType.Boolean or MemberType.Enum => "\"x\"",

        // A normal distribution without limits has every number; no time span has that many seconds.
        MemberType.TimeSpan => "1e18",
        _ => "-123456.75",
    };
}
