namespace HyperTune.Generators.Tests;

/// <summary>Writes declarations for tests: every type with every distribution that makes sense for it.</summary>
internal static class Declare
{
    private static readonly string[] Ranges =
    [
        "Uniform(2, 10)", "Uniform(2, 10, Step = 2)", "LogUniform(1, 200)", "Normal(5, 2, Low = 1, High = 9)", "LogNormal(1, 0.5, Low = 1, High = 20)",
    ];

    private static readonly string[] RealRanges =
    [
        "Uniform(-0.3, 0.7)", "Uniform(0, 1, Step = 0.1)", "LogUniform(1e-5, 0.3)", "Normal(0.8, 0.1, Low = 0.7, High = 1)", "LogNormal(0, 1, Low = 0.3, High = 7)",
    ];

    private static readonly string[] OpenRanges = ["Normal(0, 1)", "LogNormal(0, 1)", "Normal(0, 1, Low = -0.1)", "LogNormal(0, 1, High = 3)"];

    /// <summary>The annotated members: an attribute and a type each.</summary>
    public static IReadOnlyList<(string Attribute, string Type)> EveryMember { get; } =
    [
        .. Members(["double", "float", "decimal", "System.Half"], [.. Ranges, .. RealRanges, .. OpenRanges, "Choice(0.1, 0.7, 1)", "Ordinal(1, 2.5)"]),
        .. Members(["long", "int", "short", "byte", "ushort", "uint", "ulong"], [.. Ranges, "Choice(3, 1, 2)", "Ordinal(1, 2, 4)"]),
        .. Members(["sbyte"], ["Uniform(-128, 127)", "Uniform(2, 10, Step = 2)", "LogUniform(1, 100)", "Normal(5, 2, Low = 1, High = 9)", "Ordinal(1, 2, 4)"]),
        .. Members(["long", "int", "short", "sbyte"], ["Uniform(-3, 3)", "Choice(-1)"]),
        .. Members(["System.TimeSpan"], [.. Ranges, "Uniform(0.1, 0.7)", "Uniform(0, 1, Step = 0.1)", "LogUniform(0.001, 60)", "Choice(0.5, 30)", "Ordinal(1, 60)"]),
        .. Members(["bool"], ["Choice", "Choice(true, false)", "Choice(true)"]),
        .. Members(["Color"], ["Choice", "Choice(Color.Red, Color.Blue)", "Ordinal(Color.Green, Color.Red)"]),
        .. Members(["string"], ["Choice(\"a\", \"b\")", "Ordinal(\"small\", \"large\", \"\")"]),
        .. Members(["double?", "float?", "decimal?", "long?", "int?", "short?", "byte?", "sbyte?", "ushort?", "uint?", "ulong?", "System.Half?", "System.TimeSpan?"], ["Uniform(2, 10)", "Choice(1, null, 2)"]),
        .. Members(["char"], ["Choice('a', '\\'', '\\n')", "Ordinal('x')"]),
        .. Members(["char?"], ["Choice('a', null)"]),
        .. Members(["Color"], ["Ordinal"]),
        .. Members(["ulong"], ["Choice(18446744073709551615, 0)"]),
        .. Members(["uint"], ["Choice(4294967295, 1)"]),
        .. Members(["bool?"], ["Choice", "Choice(null, true)", "Choice(true, false, null)"]),
        .. Members(["Color?"], ["Choice", "Choice(null, Color.Green)"]),
        .. Members(["string?"], ["Choice(\"a\", null)", "Choice(\"null\", null)", "Choice(null)"]),
    ];

    public const string Enum = "public enum Color { Red, Green, Blue }\n";

    /// <summary>A body of properties <c>P0</c>, <c>P1</c>, ... with the given accessors.</summary>
    public static string Properties(string modifiers, string accessors)
        => string.Concat(EveryMember.Select((member, i) => $"    [{member.Attribute}] {modifiers} {member.Type} P{i} {accessors}{Initializer(member.Type, modifiers)}\n"));

    /// <summary>A list of positional parameters <c>P0</c>, <c>P1</c>, ...</summary>
    public static string Positional => string.Join(",\n    ", EveryMember.Select(static (member, i) => $"[{member.Attribute}] {member.Type} P{i}"));

    // Without it the compiler warns about a string that is null.
    private static string Initializer(string type, string modifiers)
        => type == "string" && !modifiers.Contains("required", StringComparison.Ordinal) ? " = null!;" : "";

    private static IEnumerable<(string Attribute, string Type)> Members(string[] types, string[] attributes)
        => types.SelectMany(type => attributes.Select(attribute => (attribute, type)));
}
