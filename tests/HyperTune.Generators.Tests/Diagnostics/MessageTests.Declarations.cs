namespace HyperTune.Generators.Tests.Diagnostics;

public sealed partial class MessageTests
{
    private static readonly (string Id, string Code, string Message)[] Declarations =
    [
        (
            "HT1001",
            "[SearchSpace] public class A { [Uniform(0, 1)] public double X { get; set; } }",
            "'A' is marked with [SearchSpace] and must be partial: the generator adds its code to the type"
        ),
        (
            "HT1002",
            "public class Outer { [SearchSpace] public partial class A { [Uniform(0, 1)] public double X { get; set; } } }",
            "'Outer' contains 'A', which is marked with [SearchSpace], and must be partial"
        ),
        (
            "HT1003",
            "[SearchSpace] public partial class A<T> { [Uniform(0, 1)] public double X { get; set; } }",
            "'A' cannot be marked with [SearchSpace]: a generic type is many types, but has one descriptor; mark a type without type parameters"
        ),
        (
            "HT1004",
            Member("[Uniform(0, 1)] public double X { get; }"),
            "'X' cannot be tuned: the property cannot be set; add an init accessor"
        ),
        (
            "HT1005",
            Member("[Uniform(0, 1)] public nint? X { get; set; }"),
            "'X' has the type 'nint?', which cannot be tuned: allowed are double, float, Half, decimal, long, ulong, int, uint, short, ushort, byte, sbyte, bool, char, string, TimeSpan, enums and types marked with [SearchSpace]"
        ),
        (
            "HT1006",
            Member("[Uniform(0, 1), LogUniform(1, 2)] public double X { get; set; }"),
            "'X' is already drawn from [Uniform]: remove [LogUniform], a parameter has one distribution"
        ),
        (
            "HT1007",
            "[SearchSpace] public partial record A([Uniform(0, 1)] double X, int Epochs);",
            "'A' cannot be created from its tuned members: its parameter 'Epochs' has neither a distribution nor a default value"
        ),
        (
            "HT1008",
            Member("[Uniform(0, 1, Name = \"a.b\")] public double X { get; set; }"),
            "\"a.b\" cannot be the name of 'X': a name has at least one character that is no white space, no dot and no bracket"
        ),
        (
            "HT1009",
            Member("[Uniform(0, 1)] public double X { get; set; } [Uniform(0, 1, Name = \"x\")] public double Y { get; set; }"),
            "'Y' has the name \"x\", which 'X' already has as \"X\" but for letter case: give each parameter a name of its own"
        ),
        (
            "HT1009",
            "[SearchSpace] public abstract partial record A { [Choice] public bool X { get; init; } public sealed record B : A { [Choice(Name = \"y\")] public new bool X { get; init; } } }",
            "'X' has the name \"X\", which 'X' already has in the type around the case: give each parameter a name of its own"
        ),
        (
            "HT1010",
            "public class A { [Uniform(0, 1)] public double X { get; set; } }",
            "[Uniform] on 'X' has no effect: 'A' is not marked with [SearchSpace]"
        ),
        (
            "HT1011",
            "[SearchSpace] public partial class A;",
            "'A' has no tuned member, so there is nothing to search: put a distribution such as [Uniform(0, 1)] on a property"
        ),
        (
            "HT1012",
            "[SearchSpace] public partial record A(B Inner); [SearchSpace] public partial record B(A Inner);",
            "'Inner' makes 'A' contain itself without end: A -> B -> A"
        ),
    ];
}
