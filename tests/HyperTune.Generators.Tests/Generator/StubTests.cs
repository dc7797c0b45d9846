using HyperTune.Generators.Emission;
using HyperTune.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>Declarations with errors get a stub, so that one mistake gives one error.</summary>
public sealed class StubTests
{
    [Theory]
    [InlineData("[SearchSpace] public record Layer([Uniform(0, 1)] double X); [SearchSpace] public partial record Net(Layer First, [Choice] bool B);")]
    [InlineData("public class Outer { [SearchSpace] public partial record Layer([Choice] bool X); } [SearchSpace] public partial record Net(Outer.Layer First, [Uniform(0, 1)] double B);")]
    [InlineData("[SearchSpace] public record Layer([Uniform(0, 1)] double X); [SearchSpace] public abstract partial record Net { [Repeat(1, 2)] public Layer[] Layers { get; init; } = null!; public sealed record Case(Layer First) : Net; }")]
    [InlineData("[SearchSpace] public partial record Base([property: Choice] bool X = true); [SearchSpace] public partial record Net : Base { [Uniform(0, 1)] public double Y { get; init; } }")]
    [InlineData("[SearchSpace] public partial record Layer<T>([Uniform(0, 1)] double X); [SearchSpace] public partial record Net(Layer<int> First, [Choice] bool B);")]
    public void Mistake_in_one_space_leaves_the_code_of_another_sound(string source)
        => Assert.DoesNotContain(GeneratorRun.OfInvalid(["using HyperTune;\n" + source]).Output.GetDiagnostics(), static diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning && diagnostic.Id != "CS1591");

    [Theory]
    [InlineData("[SearchSpace] public partial record Config([Uniform(0, 1)] object A, [Uniform(0, 1)] double B);")]
    [InlineData("[SearchSpace] public partial record Config([Uniform(0, 1)] double A, int Rest) { [Uniform(0, 1)] public double B { get; } }")]
    [InlineData("[SearchSpace] public partial class Config { [Uniform(0, 1)] public double A => 1; [Uniform(0, 1)] public int B { get; set; } public Config(int rest) { } }")]
    [InlineData("[SearchSpace] public abstract partial class Config { [Choice] public string A { get; set; } = \"\"; [Choice(3)] public bool B { get; set; } }")]
    [InlineData("[SearchSpace] public partial struct Config { [Uniform(0, 1), Choice(1)] public double A { get; set; } [Choice(double.NaN, typeof(int))] public double B { get; set; } }")]
    [InlineData("[SearchSpace] public partial record Config { [Uniform(0, 1)] public double[]? A { get; set; } [Choice(1.5)] public int B { get; init; } }")]
    [InlineData("[SearchSpace] public partial record Config { [Uniform(0, 1)] public double A { get; init; } [Choice] public bool B { get; init; } public required int Rest { get; init; } }")]
    public void Declaration_with_a_mistake_compiles_with_its_uses(string source)
    {
        GeneratorRun run = GeneratorRun.Of("using HyperTune;\n" + source, """
            using HyperTune;
            public static class Use
            {
                public static Parameter A => Config.Space.A;
                public static object? Value(System.ReadOnlySpan<double> vector) => Config.Space.Decode(vector).A;
                public static SearchSpace<Config> Space => SearchSpaces.Of<Config>();
                public static Parameter B => Config.Space.B;
            }
            """);
        Assert.Contains(StubSection.Throw, run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_type_is_reported_by_the_compiler_once()
        => GeneratorRun.OfInvalid(["using HyperTune; [SearchSpace] public partial class Config { [Uniform(0, 1)] public Missing A { get; set; } = null!; }"], "CS0246");

    [Fact]
    public void Generic_type_gets_a_stub()
        => Assert.Contains(StubSection.Throw, GeneratorRun.Of("using HyperTune; [SearchSpace] public partial record Config<T>([Uniform(0, 1)] double A, T B);").Text, StringComparison.Ordinal);

    [Fact]
    public void Stub_has_the_same_api()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using HyperTune;
            [SearchSpace] public partial record Config([Uniform(0, 1)] double A, [Choice("a", null)] string? B)
            {
                [Choice] public bool Name { get; init; }
                [Uniform(1, 3)] internal int C { get; init; }
                [Uniform(0, 1)] private System.TimeSpan D { get; init; }
                public required Inner Inner { get; init; }
                [Repeat(1, 2)] public Inner[] Inners { get; init; } = [new Inner.One(true)];
                [Repeat(0, 2), Uniform(0, 1)] public System.Collections.Generic.IReadOnlyList<double> Numbers { get; init; } = [];
            }
            [SearchSpace] public abstract partial record Inner
            {
                [Uniform(0, 1)] public double X { get; set; }
                public sealed record One([Choice] bool Case) : Inner;
                public abstract record Two : Inner { internal sealed record Three([Uniform(0, 1)] double Y) : Two; }
            }
            """);
        IEnumerable<SyntaxTree> stubs = run.Result.TrackedSteps[TrackingNames.Spaces]
            .SelectMany(static step => step.Outputs)
            .Select(static output => (SpaceModel)output.Value)
            .Select(static (model, i) => TestCompilation.Parse(SpaceEmitter.Emit(model with { Fault = new FaultModel("HT0000", "Nothing", "Nowhere") }), $"Stub{i}.cs"));
        CSharpCompilation stubbed = run.Input.AddSyntaxTrees(stubs);
        Assert.Empty(stubbed.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(ApiOf(run.Output), ApiOf(stubbed));
    }

    [Fact]
    public void Stub_that_is_reached_says_what_is_wrong()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial class Config { [Uniform(long.MinValue, long.MaxValue)] public long A { get; set; } }");
        Exception? thrown = Record.Exception(() => spaces["Config"].Space.Parameters);
        Exception inner = thrown is System.Reflection.TargetInvocationException { InnerException: { } cause } ? cause : thrown!;
        Assert.IsType<InvalidOperationException>(inner);
        Assert.StartsWith("No code could be generated for 'Config', because its declaration has the error HT2010: The low bound -9.223372036854776E+18 of 'A'", inner.Message);
        Assert.EndsWith("/HT2010.md", inner.Message);
    }

    [Fact]
    public async Task Error_that_leaves_no_code_cannot_be_switched_off()
    {
        CSharpCompilation compilation = AnalyzerTest.Compile("#pragma warning disable HT2010\n[SearchSpace] public partial class Config { [Uniform(long.MinValue, long.MaxValue)] public long A { get; set; } }");
        Compilation output = AnalyzerTest.Generate(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("HT2010", ReportDiagnostic.Suppress)])));
        Assert.Contains(await AllAnalyzers.RunAsync(output), static diagnostic => diagnostic is { Id: "HT2010", Severity: DiagnosticSeverity.Error, IsSuppressed: false });
    }

    private static IEnumerable<string> ApiOf(CSharpCompilation compilation) => new[] { "Config", "Inner" }
        .Select(name => compilation.GetTypeByMetadataName(name)!)
        .SelectMany(static type => MembersIn(type))
        // Overrides add nothing to the API that is inherited, and some internal members are for generated code only.
        .Where(static member => member.DeclaredAccessibility is not Accessibility.Private && member is { IsImplicitlyDeclared: false, IsOverride: false } && !IsPlumbing(member))
        .Select(static member => $"{member.DeclaredAccessibility} {member.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers))}")
        .Order(StringComparer.Ordinal);

    private static bool IsPlumbing(ISymbol member)
        => member.DeclaredAccessibility == Accessibility.Internal && (member.Name is "WriteGradient" or "Parameters" or "get_Parameters" or ".ctor");

    private static IEnumerable<ISymbol> MembersIn(INamedTypeSymbol type) => type.GetMembers().Concat(type.GetTypeMembers().SelectMany(MembersIn));
}
