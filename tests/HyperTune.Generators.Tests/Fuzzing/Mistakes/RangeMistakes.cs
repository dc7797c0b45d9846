namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Mistakes in the numbers of a range.</summary>
internal static class RangeMistakes
{
    public static IEnumerable<Mistake> All { get; } =
    [
        On("HT2001", "bounds swapped", static d => d is { Low: not null, High: not null }, static (d, _) => (d.Low, d.High) = (d.High, d.Low)),
        On("HT2001", "bounds equal", static d => d is { Low: not null, High: not null }, static (d, _) => d.High = d.Low),
        On("HT2002", "logarithm of nothing", static d => d.Kind == "LogUniform", static (d, dice) => d.Low = dice.Pick(0, -1)),
        On("HT2003", "low not finite", IsPlain, static (d, dice) => d.Low = NotFinite(dice)),
        On("HT2003", "high not finite", IsPlain, static (d, dice) => d.High = NotFinite(dice)),
        On("HT2003", "mean not finite", static d => d.IsNormal, static (d, dice) => d.Mean = NotFinite(dice)),
        On("HT2004", "step not positive", static d => d.Kind == "Uniform", static (d, dice) => d.Step = dice.Pick(0, -1, -0.5, double.NaN, double.PositiveInfinity)),
        On("HT2012", "standard deviation not positive", static d => d.IsNormal, static (d, dice) => d.StandardDeviation = dice.Pick(0, -1, double.NaN, double.PositiveInfinity)),
        On("HT2015", "limits far from the mean", static d => d.IsNormal, static (d, _) => (d.Kind, d.Mean, d.StandardDeviation, d.Low, d.High) = ("Normal", 0, 0.01, 5, 6)),
        OnMember("HT2005", "step does not divide", static m => m.Distribution is { Kind: "Uniform", High: < 1e6 }, static (m, _) => m.Distribution!.Step = BadStep(m)),
        OnMember("HT2009", "fraction as low bound", IsWhole, static (m, _) => m.Distribution!.Low += 0.5),
        OnMember("HT2009", "fraction as high bound", IsWhole, static (m, _) => m.Distribution!.High += 0.25),
        OnMember("HT2009", "fraction as step", static m => IsWhole(m) && m.Distribution!.Kind == "Uniform", static (m, dice) => m.Distribution!.Step = dice.Pick(0.5, 1.5)),
        OnMember("HT2010", "bound outside the type", static m => m.Type != MemberType.Double && !m.Distribution!.IsList, static (m, _) => m.Distribution!.High = Beyond(m.Type)),
        OnMember("HT2013", "integer without a limit", static m => IsWhole(m) && m.Distribution!.IsNormal, static (m, dice) =>
        {
            if (dice.Chance(0.5))
            {
                m.Distribution!.Low = null;
            }
            else
            {
                m.Distribution!.High = null;
            }
        }),
    ];

    private static Mistake On(string id, string name, Func<DistributionDraft, bool> predicate, Action<DistributionDraft, Dice> change)
        => OnMember(id, name, member => predicate(member.Distribution!), (member, dice) => change(member.Distribution!, dice));

    private static Mistake OnMember(string id, string name, Func<MemberDraft, bool> predicate, Action<MemberDraft, Dice> change) => new(id, name, frame =>
    {
        if (frame.FindMember(member => member.Distribution is not null && predicate(member)) is not { } found)
        {
            return false;
        }

        change(found, frame.Dice);
        return true;
    });

    private static bool IsPlain(DistributionDraft distribution) => distribution.Kind is "Uniform" or "LogUniform";

    private static bool IsWhole(MemberDraft member) => member.Type.IsInteger() && member.Distribution is { IsList: false } && Math.Abs(member.Distribution.High!.Value) < 1e6;

    private static double NotFinite(Dice dice) => dice.Pick(double.NaN, double.PositiveInfinity, double.NegativeInfinity);

    private static double BadStep(MemberDraft member)
    {
        double width = member.Distribution!.High!.Value - member.Distribution.Low!.Value;
        return member.Type.IsInteger() ? width + 1 : width * 0.37;
    }

    private static double Beyond(MemberType type) => type switch
    {
        MemberType.Single => 1e39,
        MemberType.Decimal => 1e30,
        MemberType.Int64 => 1e19,
        MemberType.Int32 => 3e9,
        MemberType.Int16 => 32768,
        MemberType.Byte => 256,
        MemberType.SByte => 128,
        MemberType.UInt16 => 65536,
        MemberType.UInt32 => 5e9,
        MemberType.UInt64 => 1e19,
        MemberType.Half => 65520,
        _ => 1e13,
    };
}
