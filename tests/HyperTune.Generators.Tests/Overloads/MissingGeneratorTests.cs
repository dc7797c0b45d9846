using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests.Overloads;

/// <summary>Where the generator does not run, no analyzer of ours does either: the overload that is left says what is missing.</summary>
public sealed class MissingGeneratorTests
{
    [Theory]
    [InlineData("Study.Minimize<Config>()")]
    [InlineData("Study.Maximize<Config>()")]
    [InlineData("Study.Minimize<Config>(new StudyOptions())")]
    [InlineData("Study.Maximize<Config>(options: null)")]
    [InlineData("Study.Minimize<Config>().Run(config => config.X, 10)")]
    [InlineData("Study.Minimize<int>()")]
    public void Missing_space_is_one_error_that_says_how_to_mend_it(string call)
    {
        Diagnostic error = Assert.Single(ErrorsOf(call, isGenerated: false));
        Assert.Equal("CS0619", error.Id);
        Assert.Contains(": 'The type is no search space: mark it with [SearchSpace] and make it partial. If it is, the generator does not run here:", error.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Study.Minimize<Config>()")]
    [InlineData("Study.Maximize<Config>()")]
    [InlineData("Study.Minimize<Config>(null)")]
    [InlineData("Study.Minimize<Config>(new StudyOptions())")]
    [InlineData("Study.Maximize<Config>(options: null)")]
    [InlineData("Study.Minimize<Config>(new() { Seed = 1 })")]
    [InlineData("Study.Minimize(Config.Space)")]
    [InlineData("Study.Minimize(Config.Space, new StudyOptions())")]
    public void With_a_space_the_overload_is_never_meant(string call) => Assert.Empty(ErrorsOf(call, isGenerated: true));

    [Theory]
    [InlineData("Study.Minimize<Confg>()", "CS0246")]
    [InlineData("Study.Minimise<Config>()", "CS0117")]
    [InlineData("Study.Minimize<Config>(3)", "CS1503")]
    [InlineData("Study.Minimize<Config>(new StudyOptions { Sed = 1 })", "CS0117")]
    [InlineData("Study.Minimize<Config>().Rn(config => config.X, 10)", "CS1061")]
    public void Typo_gives_its_own_error(string call, string id) => Assert.Equal([id], ErrorsOf(call, isGenerated: true).Select(static error => error.Id));

    private static ImmutableArray<Diagnostic> ErrorsOf(string call, bool isGenerated)
    {
        CSharpCompilation compilation = AnalyzerTest.Compile(
            $"[SearchSpace] public partial record Config {{ [Uniform(0, 1)] public double X {{ get; init; }} }} public static class Program {{ public static object M() => {call}; }}");
        Compilation output = isGenerated ? AnalyzerTest.Generate(compilation) : compilation;
        return [.. output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }
}
