namespace HyperTune.Generators.Tests.Diagnostics;

public sealed partial class MessageTests
{
    private static readonly (string Id, string Code, string Message)[] Conditions =
    [
        (
            "HT3001",
            Member("[Choice] public bool Y { get; set; } [When(\"Z\", true), Uniform(0, 1)] public double X { get; set; }"),
            "The condition of 'X' refers to 'Z', which is no property of 'A': name a tuned property of the same type that is neither a nested space nor a list"
        ),
        (
            "HT3002",
            Member("[When(\"Y\", true), Choice] public bool X { get; set; } [When(\"X\", true), Choice] public bool Y { get; set; }"),
            "Whether 'X' exists depends on itself: X -> Y -> X"
        ),
        (
            "HT3003",
            Member("[Choice(\"a\", \"b\")] public string Y { get; set; } = \"a\"; [When(\"Y\", \"c\"), Uniform(0, 1)] public double X { get; set; }"),
            "The value \"c\" in the condition of 'X' never occurs: for 'Y' it is not among the values listed: \"a\", \"b\""
        ),
        (
            "HT3004",
            Member("[Choice] public bool Y { get; set; } [When(\"Y\", Low = 1), Uniform(0, 1)] public double X { get; set; }"),
            "The condition of 'X' gives a range, but 'Y' of the type 'bool' is no number: give values"
        ),
        (
            "HT3005",
            "[SearchSpace] public abstract partial record A { public record B([Uniform(0, 1)] double X) : A; }",
            "'B' leaves the conditional space 'A' open: others can derive from it; seal it, or make it abstract and give it cases of its own"
        ),
        (
            "HT3006",
            "[SearchSpace] public abstract partial record A;",
            "The abstract search space 'A' has no cases: nest sealed types in it that derive from it"
        ),
        (
            "HT3007",
            Member("[Repeat(1, 3), Uniform(0, 1)] public double X { get; set; }"),
            "[Repeat] on 'X' has nothing to repeat: 'double' is no list; use ImmutableArray<T>, IReadOnlyList<T>, IList<T>, List<T> or T[]"
        ),
        (
            "HT3008",
            Member("[Repeat(3, 1), Uniform(0, 1)] public double[] X { get; set; } = [0.5];"),
            "The smallest number of elements 3 of 'X' must be at most the largest, 1"
        ),
        (
            "HT3009",
            "[SearchSpace] public partial record A([Uniform(0, 1)] double X) { [Constraint] public bool Fits() => X > 0; }",
            "'Fits' cannot be a constraint of 'A': it is not static; write static bool Fits(A config)"
        ),
        (
            "HT3010",
            "[SearchSpace] public partial record A([Uniform(0, 1)] double X) { [Constraint] public static bool Fits(A config) => true; }",
            "The constraint 'Fits' never reads 'config', so it accepts all configs or none"
        ),
        (
            "HT3011",
            "[Metrics] public partial record struct A([Maximize] string X);",
            "The metric 'X' has the type 'string': a metric is a number or a TimeSpan, and never null"
        ),
        (
            "HT3012",
            "[Metrics] public partial record struct A([Maximize, Minimize] double X);",
            "'X' is to be minimized and maximized: keep one of the two"
        ),
        (
            "HT3013",
            "[Metrics] public partial record struct A([Maximize, AtLeast(2), AtMost(1)] double X);",
            "The limit 2 of 'X' must be below the upper limit 1"
        ),
        (
            "HT3014",
            "[Metrics] public partial record struct A([AtMost(1)] double X);",
            "'A' has no objective: mark at least one of its metrics with [Maximize] or [Minimize]"
        ),
        (
            "HT3015",
            Member("[Uniform(0, 1)] public double Y { get; set; } [When(\"Y\", 0.5), Uniform(0, 1)] public double X { get; set; }"),
            "The condition of 'X' asks for exactly 0.5, which 'Y' as good as never is, because it is continuous: give a range with Low and High, or give 'Y' a step"
        ),
        (
            "HT3016",
            "[SearchSpace] public partial record A { public sealed record B([Uniform(0, 1)] double X) : A; }",
            "'A' has the case 'B' and must be abstract: a config of a conditional space is always one of its cases"
        ),
        (
            "HT3017",
            "[SearchSpace] public partial record A([Uniform(0, 1)] double X); " + "[SearchSpace] public partial record B([Uniform(0, 1)] double X) { public A[] Parts { get; init; } = [new(0.5)]; }",
            "'Parts' is a list of the search space 'A', but is not tuned: say how many elements there are with [Repeat(minimum, maximum)]"
        ),
        (
            "HT3018",
            "[Metrics] public partial record struct A { public A(double x) => X = x; [Maximize] public double X { get; } }",
            "The metric 'X' cannot be set when a stored outcome is read back: give it init, or make it a positional parameter"
        ),
        (
            "HT3018",
            "[Metrics] public partial record struct A { public A(double x) => X = x; [Maximize] public double Y { get; init; } [Record] public double X { get; } }",
            "The record 'X' cannot be set when a stored outcome is read back: give it init, or make it a positional parameter"
        ),
        (
            "HT3019",
            "[Metrics] public partial record struct A([Maximize] double X, [Record] System.Collections.Generic.List<int>? Sizes);",
            "The record 'Sizes' has the type 'List<int>?': a record is a number, a bool, an enum, a string or a TimeSpan, each of which may be nullable"
        ),
        (
            "HT3020",
            "[Metrics] public partial record struct A([Record, AtMost(3), Minimize] double X);",
            "'X' is a metric by [AtMost], and every metric is kept: remove [Record]"
        ),
    ];
}
