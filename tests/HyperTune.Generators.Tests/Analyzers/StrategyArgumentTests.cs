namespace HyperTune.Generators.Tests.Analyzers;

public sealed class StrategyArgumentTests
{
    private const string Spaces = """

        [SearchSpace] public partial record Mixed
        {
            [Uniform(0, 1)] public double X { get; init; }
            [Choice] public bool Y { get; init; }
            [Uniform(0, 1, Step = 0.1)] public double Stepped { get; init; }
            [Uniform(0, 9)] public int Whole { get; init; }
            public Inner Part { get; init; } = new();
            public Union Kind { get; init; } = new Union.First();
            [Repeat(1, 2)] public Inner[] Parts { get; init; } = [new()];
        }
        [SearchSpace] public partial record Inner { [LogUniform(1, 2)] public double Z { get; init; } = 1; [Choice] public bool W { get; init; } }
        [SearchSpace] public abstract partial record Union
        {
            public sealed record First([Uniform(0, 9)] int A = 1) : Union;
            public sealed record Second([Uniform(0, 1)] double B = 0.5) : Union;
        }
        [SearchSpace] public partial record Wrong { [Uniform({|HT2001:1|}, 0)] public double X { get; init; } }
        """;

    [Fact]
    public Task Grid_over_a_continuous_parameter_needs_points() => VerifyAsync("""
        _ = Strategy.GridOver({|HT4009:Mixed.Space.X|}, Strategy.Random());
        _ = Strategy.GridOver([Mixed.Space.Y, {|HT4009:Mixed.Space.X|}], Strategy.Random());
        _ = Strategy.GridOver(new Parameter[] { {|HT4009:Mixed.Space.Part.Z|}, Mixed.Space.Part.W }, Strategy.Random());
        _ = Strategy.GridOver({|HT4009:Mixed.Space.Kind.Second.B|}, Strategy.Random());
        _ = Strategy.GridOver(Mixed.Space.Kind.First.A, Strategy.Random());
        _ = Strategy.GridOver([Mixed.Space.Y, Mixed.Space.Stepped, Mixed.Space.Whole], Strategy.Random());
        _ = Strategy.GridOver(Mixed.Space.X, 5, Strategy.Random());
        _ = Strategy.GridOver([Mixed.Space.X, Mixed.Space.Y], pointsPerContinuousAxis: 5, Strategy.Random());
        _ = Strategy.GridOver(Mixed.Space.Parts[0].Z, Strategy.Random());
        Parameter given = Mixed.Space.X;
        _ = Strategy.GridOver(given, Strategy.Random());
        _ = Mine.GridOver(Mixed.Space.X, Strategy.Random());

        public static class Mine { public static string GridOver(Parameter parameter, Strategy strategy) => $"{parameter} {strategy}"; }
        """);

    [Fact]
    public Task Constants_are_held_against_their_range() => VerifyAsync("""
        const int None = 0;
        _ = Strategy.Then(Strategy.Random(), {|HT4010:None|}, Strategy.Tpe());
        _ = Strategy.Then(Strategy.Random(), 1, Strategy.Then(Strategy.Sobol(), {|HT4010:-3|}, Strategy.Tpe()));
        _ = Strategy.Around(new Mixed(), {|HT4010:0|});
        _ = Strategy.Around(new Mixed(), {|HT4010:1.01|}, Strategy.Random());
        _ = Strategy.Around({|HT4010:-0.1|});
        _ = Strategy.AroundBest({|HT4010:double.NaN|});
        _ = Strategy.AroundBest(1, {|HT4010:0|}, new AroundOptions());
        _ = Strategy.GridOver(Mixed.Space.X, {|HT4010:0|}, Strategy.Random());
        _ = Strategy.Around(new Mixed(), 1);
        _ = Strategy.Around(0.1);
        _ = Strategy.GridOver(Mixed.Space.X, 1, Strategy.Random());
        int budget = 0;
        _ = Strategy.Then(Strategy.Random(), budget, Strategy.Tpe());
        """);

    [Fact]
    public Task A_grid_over_a_part_of_the_space_is_not_held_against_all_of_it() => VerifyAsync("""
        Study.Minimize<Mixed>(new StudyOptions { Strategy = Strategy.GridOver(Mixed.Space.Y, Strategy.Grid()) });
        Study.Minimize<Inner>(new StudyOptions { Strategy = Strategy.Around(new Inner(), 0.1, Strategy.Grid(2_000_000)) });
        Study.Minimize<Inner>(new StudyOptions { Strategy = {|HT4003:Strategy.Grid(2_000_000)|} });
        Study.Minimize<Inner>(new StudyOptions { Strategy = Strategy.Then(Strategy.Random(), 5, {|HT4001:Strategy.Grid()|}) });
        Study.Minimize<Inner>(new StudyOptions { Strategy = Strategy.GridOver({|HT4007:Mixed.Space.Y|}, Strategy.Random()) });
        """);

    private static Task VerifyAsync(string statements) => AnalyzerTest.VerifyAsync(statements + "\n" + Spaces);
}
