namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Mistakes in listed values and defaults.</summary>
internal static class ValueMistakes
{
    public static IEnumerable<Mistake> All { get; } =
    [
        On("HT2006", "nothing to choose from", static m => m.Type is not MemberType.Enum && (m.Distribution!.Kind == "Ordinal" || m.Type is not MemberType.Boolean), static (m, dice)
            => m.OtherDistribution = m.Distribution!.Kind + dice.Pick("", "()")),
        On("HT2007", "value listed twice", static m => m.Distribution!.Values.Count > 0, static (m, dice) => m.Distribution!.Values.Add(dice.Pick(m.Distribution.Values))),
        On("HT2008", "value of another type", static m => m.Distribution!.Values.Count > 0, static (m, _) => m.Distribution!.Values.Add(Wrong(m.Type))),
        On("HT2008", "null for what is never null", static m => m is { IsNullable: false, Distribution.Values.Count: > 0 }, static (m, _) => m.Distribution!.Values.Add(null)),
        Any("HT2011", "default that cannot be drawn", static m => m is { HasKnownInitializer: true, Type: not (MemberType.Boolean or MemberType.Enum) } && Beyond(m) is not null, static (m, frame)
            => m.Initializer = m.Type.Literal(Beyond(m), frame.Enumeration)),
        Any("HT2014", "range for what is no number", static m => m.Distribution is not null && !m.Type.IsNumeric(), static (m, frame)
            => m.OtherDistribution = frame.Dice.Pick("Uniform(0, 1)", "LogUniform(1, 2)", "Normal(0, 1)")),
        Any("HT2014", "distribution on a nested space", static m => m is { Space: not null, StableName: null }, static (m, frame)
            => m.ExtraAttributes.Add(frame.Dice.Pick("Uniform(0, 1)", "Choice", "Choice(1)"))),
    ];

    private static Mistake On(string id, string name, Func<MemberDraft, bool> predicate, Action<MemberDraft, Dice> change)
        => Any(id, name, member => member.Distribution is { IsList: true } && predicate(member), (member, frame) => change(member, frame.Dice));

    private static Mistake Any(string id, string name, Func<MemberDraft, bool> predicate, Action<MemberDraft, DeclarationFrame> change) => new(id, name, frame =>
    {
        if (frame.FindMember(predicate) is not { } found)
        {
            return false;
        }

        change(found, frame);
        return true;
    });

    private static object Wrong(MemberType type) => type.IsInteger() ? 0.5 : type.IsNumeric() ? "x" : 1.0;

    private static object? Beyond(MemberDraft member) => (member.Type, member.Distribution!) switch
    {
        (MemberType.String, _) => "no such value",
        // No constant is a Half.
        (MemberType.Half, _) => null,
        (MemberType.Char, _) => '\u2603',
        (_, { IsList: true }) => 99.0,
        (MemberType.SByte, { High: < 120 }) or (MemberType.Byte or MemberType.Int16 or MemberType.UInt16, { High: < 200 })
            or (not (MemberType.SByte or MemberType.Byte or MemberType.Int16 or MemberType.UInt16), { High: < 1e6 }) => member.Distribution!.High!.Value + 1,
        _ => null,
    };
}
