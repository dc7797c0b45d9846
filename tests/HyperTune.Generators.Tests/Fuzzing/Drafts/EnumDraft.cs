namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>An enum of a declaration: its code and the members that have different values.</summary>
internal sealed record EnumDraft(string Name, string Code, IReadOnlyList<EnumValue> Values)
{
    public static EnumDraft Create(string name, Dice dice)
    {
        (string tail, string[] values) = dice.Pick<(string, string[])>(
            (" { Red, Green, Blue }", ["Red", "Green", "Blue"]),
            (" : byte { @class = 7, @event, Other = 255 }", ["class", "event", "Other"]),
            (" : sbyte { Minus = -3, Zero = 0, Twice = 0 }", ["Minus", "Zero"]),
            (" : ulong { None, All = ulong.MaxValue }", ["None", "All"]),
            (" : long { Größe = long.MinValue, größe = 1, GRÖSSE = 2 }", ["Größe", "größe", "GRÖSSE"]),
            (" { Only }", ["Only"]));
        return new EnumDraft(name, $"public enum {name}{tail}", [.. values.Select(static value => new EnumValue(value))]);
    }
}
