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
        (
            "HT4006",
            "Study.Minimize<A>().Run(a => ClassificationScore.Accuracy([a.X], [1]), 10); " + Member("[Uniform(0, 9)] public int X { get; set; }"),
            "Larger values of 'ClassificationScore.Accuracy' are better, but the study minimizes it: create it with Study.Maximize"
        ),
        (
            "HT4006",
            "Study.Maximize<A>().Run(a => RegressionScore.R2([a.X], [1]) > 0.5 ? RegressionScore.MeanAbsoluteError([a.X], [1]) : 0, 10); "
                + Member("[Uniform(0, 9)] public int X { get; set; }"),
            "Smaller values of 'RegressionScore.MeanAbsoluteError' are better, but the study maximizes it: create it with Study.Minimize"
        ),
        (
            "HT4006",
            "var score = new A(ClassificationScore.F1([true], [true])); [Metrics] public partial record struct A([Minimize] double F1);",
            "Larger values of 'ClassificationScore.F1' are better, but 'A.F1' is to be minimized: mark it with [Maximize]"
        ),
        (
            "HT4007",
            "var space = A.Space.Narrow(_ => B.Space.X.Fix(1)); [SearchSpace] public partial record B { [Uniform(0, 9)] public int X { get; init; } } "
                + Member("[Uniform(0, 9)] public int X { get; set; }"),
            "'X' is a parameter of the search space 'B', and not of 'A': name that of 'A'"
        ),
        (
            "HT4009",
            "_ = Strategy.GridOver(A.Space.X, Strategy.Random()); " + Member("[Uniform(0, 1)] public double X { get; set; }"),
            "'X' of 'A' is continuous, so it needs a number of points to be tried by grid: write Strategy.GridOver(parameters, pointsPerContinuousAxis, otherwise), "
                + "or give the parameter a step"
        ),
        (
            "HT4010",
            "_ = Strategy.Around(new A(), 1.5); " + Member("[Uniform(0, 1)] public double X { get; set; }"),
            "The radius of Strategy.Around is 1.5, and has to be above 0 and at most 1"
        ),
        (
            "HT4010",
            "_ = Strategy.Then(Strategy.Random(), 0, Strategy.Tpe()); " + Member("[Uniform(0, 1)] public double X { get; set; }"),
            "The budget of Strategy.Then is 0, and has to be at least 1"
        ),
        (
            "HT4008",
            "Study.Minimize<A>(new StudyOptions { Strategy = Strategy.Gradient() }); " + Member("[Uniform(0, 9)] public int X { get; set; }"),
            "Strategy.Gradient goes along derivatives, and 'A' has no continuous parameter to differentiate by: use another strategy, such as Strategy.Auto()"
        ),
    ];
}
