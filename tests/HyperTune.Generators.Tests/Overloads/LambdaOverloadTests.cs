using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Tests.Overloads;

/// <summary>One true error for one typo, in every public method that takes a lambda.</summary>
public sealed class LambdaOverloadTests
{
    /// <summary>What the calls stand in; <c>study</c> and the methods are theirs to use.</summary>
    private const string Frame = """
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        [SearchSpace] public partial record Config
        {
            [Uniform(0, 1)] public double Rate { get; init; }
            public int Epochs { get; init; } = 3;
        }

        [Metrics] public readonly partial record struct Worth([Maximize] double Gain, [Minimize] double Cost);

        public sealed class Trainer(string slot)
        {
            public string Slot => slot;
            public double Train(Config config) => config.Rate;
        }

        public static class Program
        {
            private static Trainer Open(string slot) => new(slot);
            private static Worth Value(Config config) => new(config.Rate, config.Epochs);
            private static Task<Worth> ValueAsync(Config config) => Task.FromResult(Value(config));
            private static double Score(Config config) => config.Rate;
            private static (double, Config.Gradient) Slope(Config config) => (config.Rate, new() { Rate = 1 });
            private static Task<(double, Config.Gradient)> SlopeAsync(Config config, CancellationToken token = default) => Task.FromResult(Slope(config));
            private static TrialOutcome Judge(Config config, Trial<Config> trial) => config.Rate;
            private static Task<double> ScoreAsync(Config config) => Task.FromResult(config.Rate);
            private static Task<double> ScoreAsync(Config config, CancellationToken token) => Task.FromResult(config.Rate);
            private static Task<TrialOutcome> JudgeAsync(Config config, Trial<Config> trial, CancellationToken token)
                => Task.FromResult<TrialOutcome>(config.Rate);
            private static Task<double> EpochAsync(Config config, int epoch, CancellationToken token) => Task.FromResult(config.Rate * epoch);

            public static object M(
                Study<Config> study, Study<Config, Worth> several, StudyResult<Config, Worth> result, StudyResult<Config> one, Trial<Config> trial, Trial<Config, Worth> measured)
                => CALL;
        }
        """;

    /// <summary>
    /// What the compiler adds about the lambda once it has said what is wrong inside; it does so for every delegate, also without overloads.
    /// </summary>
    private static readonly HashSet<string> Echoes = ["CS1662", "CS4010"];

    public static TheoryData<string, string> Calls { get; } = Pairs(static overload => overload.Calls);

    public static TheoryData<string> Typos { get; } = [.. LambdaOverloads.All.SelectMany(static overload => overload.Typos)];

    [Fact]
    public void Every_public_method_that_takes_a_lambda_is_tested()
        => Assert.Equal(
            LambdaOverload.PublicSignatures.Order(StringComparer.Ordinal),
            LambdaOverloads.All.Select(static overload => overload.Signature).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_method_has_calls_and_typos()
        => Assert.All(
            LambdaOverloads.All, static overload => Assert.True(overload.Calls.Length > 0 && overload.Typos.Length > 0, overload.Signature));

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_means_its_overload(string signature, string call)
    {
        string code = Frame.Replace("CALL", call, StringComparison.Ordinal);
        Assert.Empty((await AnalyzerTest.DiagnoseAsync(code)).Select(static diagnostic => diagnostic.ToString()));
        Compilation compilation = AnalyzerTest.Generate(AnalyzerTest.Compile(code));
        SyntaxTree tree = compilation.SyntaxTrees.First();
        MethodDeclarationSyntax frame = (await tree.GetRootAsync()).DescendantNodes().OfType<MethodDeclarationSyntax>().Last();
        SemanticModel model = compilation.GetSemanticModel(tree);

        // A lambda that an initializer gives to a property is handed to the property, not to the constructor.
        ISymbol meant = frame.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault(
            static assignment => assignment is { Parent: InitializerExpressionSyntax, Right: LambdaExpressionSyntax }) is { } assignment
            ? model.GetSymbolInfo(assignment.Left).Symbol!
            : model.GetSymbolInfo(frame.ExpressionBody!.Expression).Symbol!;
        Assert.Equal(signature, LambdaOverload.SignatureOf(meant));
    }

    [Theory]
    [MemberData(nameof(Typos))]
    public async Task Typo_gives_one_error_where_it_is(string call)
    {
        (string code, IReadOnlyList<ExpectedDiagnostic> marks) = TestMarkup.Parse(Frame.Replace("CALL", call, StringComparison.Ordinal));
        ExpectedDiagnostic expected = Assert.Single(marks);
        ImmutableArray<Diagnostic> errors = await AnalyzerTest.DiagnoseAsync(code);
        Diagnostic error = Assert.Single(errors, error => !Echoes.Contains(error.Id) || errors.Length == 1);
        Assert.Equal((expected.Id, expected.Span), (error.Id, error.Location.SourceSpan));
        Assert.All(errors, echo => Assert.Equal(expected.Span, echo.Location.SourceSpan));
    }

    private static TheoryData<string, string> Pairs(Func<LambdaOverload, string[]> calls)
    {
        var data = new TheoryData<string, string>();
        foreach (LambdaOverload overload in LambdaOverloads.All)
        {
            Array.ForEach(calls(overload), call => data.Add(overload.Signature, call));
        }

        return data;
    }
}
