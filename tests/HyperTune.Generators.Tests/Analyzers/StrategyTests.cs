namespace HyperTune.Generators.Tests.Analyzers;

public sealed class StrategyTests
{
    private const string Spaces = """

        [SearchSpace] public partial record Mixed([Uniform(0, 1)] double X, [Choice] bool Y);
        [SearchSpace] public partial record Discrete([Uniform(0, 9)] int X, [Choice] bool Y);
        [SearchSpace] public partial record Nested([Uniform(0, 9)] int X, Mixed Inner);
        [SearchSpace] public partial record Stepped([Uniform(0, 1, Step = 0.1)] double X);
        [SearchSpace] public partial record Timed([Normal(1, 1)] TimeSpan X);
        [SearchSpace] public partial record Large([Uniform(0, 999)] int X, [Uniform(0, 999)] int Y);
        [SearchSpace] public partial record Full([Uniform(1, 999)] int X, [Uniform(1000, 2000)] int Y);
        [SearchSpace] public partial record FullOrNone(Full? Part);
        [SearchSpace] public partial record Ordered([Permutation(3)] int[] Order);
        [SearchSpace] public partial record Shared([Proportions(3)] double[] Shares);
        [SearchSpace] public partial record Many([Uniform(0, 1)] double A, [Uniform(0, 1)] double B, [Uniform(0, 1)] double C);
        [SearchSpace] public abstract partial record Union
        {
            public sealed record First([Uniform(0, 9)] int X) : Union;
            public sealed record Second([Uniform(0, 1)] double X) : Union;
        }
        [SearchSpace] public partial record Wrong([Uniform({|HT2001:1|}, 0)] double X);
        """;

    [Fact]
    public Task Grid_over_a_continuous_parameter_needs_a_resolution() => VerifyAsync("""
        Study.Minimize<Mixed>(new StudyOptions { Strategy = {|HT4001:Strategy.Grid()|} });
        Study.Maximize<Nested>(new() { Seed = 1, Strategy = {|HT4001:Strategy.Grid()|} });
        Study.Minimize<Timed>(options: new StudyOptions { Strategy = {|HT4001:Strategy.Grid(new GridOptions { Shuffle = true })|} });
        Study.Minimize<Union>(new StudyOptions { Strategy = {|HT4001:Strategy.Grid()|} });
        var options = new StudyOptions { Strategy = {|HT4001:Strategy.Grid()|} };
        Study.Minimize<Mixed>(options);
        Strategy strategy = {|HT4001:Strategy.Grid()|};
        Study.Minimize<Mixed>(new StudyOptions { Strategy = strategy });
        Study.Minimize<Mixed>(new StudyOptions { Seed = 2 } with { Strategy = {|HT4001:Strategy.Grid()|} });
        Study.Minimize<Discrete>(new StudyOptions { Strategy = Strategy.Grid() });
        Study.Minimize<Stepped>(new StudyOptions { Strategy = Strategy.Grid() });
        Study.Minimize<Mixed>(new StudyOptions { Strategy = Strategy.Grid(10) });
        Study.Minimize<Mixed>(new StudyOptions { Strategy = Strategy.Grid(new GridOptions { PointsPerContinuousAxis = 5 }) });
        Study.Minimize<Mixed>(new StudyOptions { Strategy = Strategy.Grid(new GridOptions { PointsPerParameter = ImmutableDictionary<string, int>.Empty.Add("X", 3) }) });
        Study.Minimize<Mixed>(new StudyOptions { Strategy = Strategy.Random() });
        Study.Minimize<Mixed>();
        Study.Minimize<Wrong>(new StudyOptions { Strategy = Strategy.Grid() });
        Strategy changed = Strategy.Grid();
        changed = Strategy.Random();
        Study.Minimize<Mixed>(new StudyOptions { Strategy = changed });
        """);

    [Fact]
    public Task Huge_grid_is_a_warning() => VerifyAsync("""
        Study.Minimize<Large>(new StudyOptions { Strategy = {|HT4003:Strategy.Grid()|} });
        Study.Minimize<Many>(new StudyOptions { Strategy = {|HT4003:Strategy.Grid(100)|} });
        Study.Minimize<Many>(new StudyOptions { Strategy = {|HT4003:Strategy.Grid(new GridOptions { PointsPerContinuousAxis = 1000 })|} });
        Study.Minimize<Many>(new StudyOptions { Strategy = Strategy.Grid(99) });
        Study.Minimize<Discrete>(new StudyOptions { Strategy = Strategy.Grid() });
        Study.Minimize<Full>(new StudyOptions { Strategy = Strategy.Grid() });
        Study.Minimize<FullOrNone>(new StudyOptions { Strategy = {|HT4003:Strategy.Grid()|} });
        """);

    [Fact]
    public Task Gradient_needs_a_continuous_parameter() => VerifyAsync("""
        Study.Minimize<Discrete>(new StudyOptions { Strategy = {|HT4008:Strategy.Gradient()|} });
        Study.Maximize<Stepped>(new() { Seed = 1, Strategy = {|HT4008:Strategy.Gradient(new GradientOptions { NoisySteps = 9 })|} });
        Study.Minimize<Ordered>(new StudyOptions { Strategy = {|HT4008:Strategy.Gradient()|} });
        Study.Minimize<FullOrNone>(new StudyOptions { Strategy = {|HT4008:Strategy.Gradient()|} });
        var options = new StudyOptions { Strategy = {|HT4008:Strategy.Gradient()|} };
        Study.Minimize<Large>(options);
        Study.Minimize<Mixed>(new StudyOptions { Strategy = Strategy.Gradient() });
        Study.Minimize<Nested>(new StudyOptions { Strategy = Strategy.Gradient() });
        Study.Minimize<Timed>(new StudyOptions { Strategy = Strategy.Gradient() });
        Study.Minimize<Union>(new StudyOptions { Strategy = Strategy.Gradient() });
        Study.Minimize<Shared>(new StudyOptions { Strategy = Strategy.Gradient() });
        Study.Minimize<Wrong>(new StudyOptions { Strategy = Strategy.Gradient() });
        Study.Minimize<Discrete>(new StudyOptions { Strategy = Strategy.Auto() });
        """);

    private static Task VerifyAsync(string statements) => AnalyzerTest.VerifyAsync(statements + "\n" + Spaces);
}
