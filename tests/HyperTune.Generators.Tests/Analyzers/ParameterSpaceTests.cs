namespace HyperTune.Generators.Tests.Analyzers;

public sealed class ParameterSpaceTests
{
    private const string Types = """

        [SearchSpace] public partial record A { [Uniform(0, 1)] public double X { get; init; } [Repeat(1, 2)] public Inner[] Parts { get; init; } = [new Inner()]; }
        [SearchSpace] public partial record B { [Uniform(0, 1)] public double X { get; init; } [Repeat(1, 2)] public Inner[] Parts { get; init; } = [new Inner()]; }
        [SearchSpace] public partial record Inner { [Uniform(0, 1)] public double Y { get; init; } }
        """;

    [Fact]
    public Task Parameters_of_another_space_are_reported() => AnalyzerTest.VerifyAsync("""
        _ = A.Space.Narrow(s => {|HT4007:B.Space.X|}.Fix(0.5));
        _ = A.Space.Narrow(s => s.X.AtMost(0.5), _ => {|HT4007:B.Space.Parts.Each.Y|}.Fix(0.5));
        _ = Strategy.OneAtATime(new A(), A.Space.X, {|HT4007:B.Space.X|}, {|HT4007:B.Space.Parts[0].Y|});
        _ = Study.Minimize<A>(new StudyOptions { Strategy = Strategy.Stepwise(new TuningStep(3, A.Space.X, {|HT4007:B.Space.X|})) });
        Strategy steps = Strategy.Stepwise(new TuningStep(3, {|HT4007:B.Space.X|}) { Strategy = Strategy.Random() });
        StudyOptions options = new() { Strategy = steps };
        _ = Study.Maximize(A.Space, options);
        _ = Study.Maximize<A>(new StudyOptions { Strategy = Strategy.OneAtATime(new B(), {|HT4007:B.Space.X|}) });
        """ + Types);

    [Fact]
    public Task Parameters_of_the_space_itself_or_of_what_is_not_in_sight_are_not() => AnalyzerTest.VerifyAsync("""
        Parameter given = B.Space.X;
        _ = A.Space.Narrow(s => s.X.Fix(0.5), s => s.Parts[1].Y.Fix(0.5), _ => A.Space.X.AtLeast(0.1));
        _ = Strategy.OneAtATime(new A(), A.Space.X, A.Space.Parts[0].Y, given);
        _ = Study.Minimize<A>(new StudyOptions { Strategy = Strategy.Stepwise(new TuningStep(3, A.Space.X), new TuningStep(3, A.Space.Parts.Each.Y)) });
        _ = Study.Minimize<B>(new StudyOptions { Strategy = Strategy.OneAtATime(new B(), B.Space.X) });
        _ = Other.Narrow(B.Space.X);
        System.Console.WriteLine(A.Space.X.ToVector(0.5) + B.Space.X.ToVector(0.5));

        public static class Other { public static string Narrow(Parameter parameter) => parameter.Name; }
        """ + Types);
}
