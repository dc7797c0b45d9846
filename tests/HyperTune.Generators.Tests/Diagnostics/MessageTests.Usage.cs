namespace HyperTune.Generators.Tests.Diagnostics;

public sealed partial class MessageTests
{
    private static readonly (string Id, string Code, string Message)[] Usage =
    [
        (
            "HT4001",
            "Study.Minimize<A>(new StudyOptions { Strategy = Strategy.Grid() }); " + Member("[Uniform(0, 1)] public double X { get; set; }"),
            "A grid over 'A' needs a number of points, because 'X' is continuous: write Strategy.Grid(pointsPerContinuousAxis), or give the parameter a step"
        ),
        (
            "HT4003",
            "Study.Minimize<A>(new StudyOptions { Strategy = Strategy.Grid() }); " + Member("[Uniform(0, 1999999)] public int X { get; set; }"),
            "The grid over 'A' has 2,000,000 points: larger steps, fewer points, or another strategy will come to an end sooner"
        ),
        (
            "HT4004",
            "Study.Minimize<A>().Run(a => a.X, 10); " + Member("[Uniform(0, 1)] public double X { get; set; } [Choice] public bool Y { get; set; }"),
            "The objective never reads 'Y' of 'A', so the study tunes what has no effect"
        ),
        (
            "HT4004",
            "Study.Minimize<A>().Run(a => a.X, 10); " + Member(
                "[Uniform(0, 1)] public double X { get; set; } "
                + string.Concat(Enumerable.Range(1, 9).Select(static i => $"[Choice] public bool Y{i} {{ get; set; }} "))),
            "The objective never reads 'Y1', 'Y2', 'Y3', 'Y4', 'Y5' and 4 more of 'A', so the study tunes what has no effect"
        ),
        (
            "HT4005",
            "int rank = ((A)new A.B(1)) switch { A.B b => 1, _ => throw new InvalidOperationException() }; [SearchSpace] public abstract partial record A { "
                + "public sealed record B([Uniform(0, 1)] double X) : A; public sealed record C([Uniform(0, 1)] double X) : A; public sealed record D : A; }",
            "The switch over the conditional space 'A' misses 'C', 'D'"
        ),
    ];
}
