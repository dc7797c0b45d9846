using HyperTune.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>Generated code causes no message, whatever the project's settings are.</summary>
public sealed class SettingsTests
{
    private const string Members = """
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using HyperTune;
        [SearchSpace] public partial class Part { [Uniform(0, 1)] public double X { get; set; } [Choice("a", null)] public string Y { get; set; } = "a"; }
        [SearchSpace] public abstract partial class Union { public sealed class One : Union { [Choice("a")] public string Z { get; set; } = "a"; } }
        [SearchSpace] public partial class Space
        {
            [Repeat(0, 2), Choice("x", "y")] public string[] A { get; set; } = new string[0];
            [Repeat(0, 2), Choice("x", null)] public IReadOnlyList<string> B { get; set; } = new string[0];
            [Repeat(0, 2), Choice("x", null)] public ImmutableArray<string> C { get; set; } = ImmutableArray<string>.Empty;
            [Repeat(0, 2)] public Part[] D { get; set; } = new Part[0];
            [Repeat(0, 2)] public ImmutableArray<Part> E { get; set; } = ImmutableArray<Part>.Empty;
            public Part F { get; set; } = new Part();
            [Choice] public bool G { get; set; }
            [When(nameof(G), true)] public Part H { get; set; } = new Part();
            [When(nameof(G), true)] public Union I { get; set; } = new Union.One();
        }
        """;

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Enable)]
    public void Generated_code_is_silent_with_nullability(NullableContextOptions nullable)
        => AssertSilent(Members, nullable);

    [Theory]
    [InlineData("public {0} A { get; set; } = new();")]
    [InlineData("public {0} A { get; set; }")]
    [InlineData("[Choice] public bool B { get; set; } [When(nameof(B), true)] public {0} A { get; set; }")]
    public void Part_that_may_be_null_is_silent(string member)
        => AssertSilent(
            "using HyperTune; [SearchSpace] public partial class Part { [Uniform(0, 1)] public double X { get; set; } [Constraint] static bool Holds(Part p) => p.X < 2; } [SearchSpace] public partial class Space { "
                + member.Replace("{0}", "Part?", StringComparison.Ordinal) + " }",
            NullableContextOptions.Enable);

    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"Use another.\")]")]
    [InlineData("[Obsolete(\"Use another.\", true)]")]
    [InlineData("[Obsolete(\"Use another.\", error: true)]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"APP001\")]")]
    [InlineData("[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]")]
    public void Members_that_should_not_be_used_are_tuned_in_silence(string attribute)
        => AssertSilent($$"""
            using System;
            using HyperTune;
            namespace App;
            [SearchSpace] public partial record Config([property: {{attribute.Trim('[', ']')}}] [Uniform(0, 1)] double A)
            {
                {{attribute}} [Choice] public bool B { get; init; }
                {{attribute}} [Repeat(0, 2), Uniform(0, 1)] public double[] C { get; init; } = [];
                {{attribute}} public Part D { get; init; } = new();
                [Uniform(0, 1)] public double E { {{attribute}} get; {{attribute}} init; }
                {{attribute}} [Constraint] private static bool Holds(Config config) => config is not null;
            }
            {{attribute}} [SearchSpace] public partial class Part { [Uniform(0, 1)] public double X { get; set; } }
            [SearchSpace] public abstract partial record Union { {{attribute}} public sealed record Case([Uniform(0, 1)] double X) : Union; public sealed record Other : Union; }
            public static class Use
            {
                public static string Name => Config.Space.Name + Union.Space.Case.Name;
                public static Study<Config> Study => HyperTune.Study.Minimize<Config>();
            }
            """, NullableContextOptions.Enable, static diagnostic => diagnostic.Location.SourceTree!.FilePath.StartsWith("Test", StringComparison.Ordinal)
                && !diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("Space", StringComparison.Ordinal));

    [Theory]
    [InlineData("App.System", "System")]
    [InlineData("App.HyperTune", "HyperTune")]
    [InlineData("HyperTune.App", "Math")]
    [InlineData("App", "Parameter")]
    [InlineData("App", "Object")]
    [InlineData("App", "Span")]
    public void Names_that_hide_ours_hide_nothing(string space, string type)
        => AssertSilent($$"""
            namespace {{space}}
            {
                public class {{type}} { }
                public class @double { }
                [global::HyperTune.SearchSpace] public partial class Config
                {
                    [global::HyperTune.Uniform(0, 1)] public double A { get; set; }
                    [global::HyperTune.Choice("a")] public string B { get; set; } = "a";
                    [global::HyperTune.Repeat(0, 2), global::HyperTune.Uniform(0, 1)] public global::System.TimeSpan[] C { get; set; } = [];
                    public Part D { get; set; } = new();
                    public class {{type}}Too { }
                    public class HyperTune { }
                    public class Math { }
                }
                [global::HyperTune.SearchSpace] public partial class Part { [global::HyperTune.Choice] public bool X { get; set; } }
                [global::HyperTune.Metrics] public partial record struct Score([global::HyperTune.Minimize] double Loss);
            }
            """, NullableContextOptions.Enable, static diagnostic => diagnostic.Id == "CS8981");

    public static TheoryData<string> Settings { get; } = ["disable", "annotations", "warnings", "enable", "checked", "complies", "documented"];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Every_declaration_of_the_corpus_is_silent(string setting)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.TestSources, "Corpus"), "*.cs").Order(StringComparer.Ordinal))
        {
            AssertSilent(await File.ReadAllTextAsync(file), setting);
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_declaration_of_the_fuzzer_is_silent(string setting)
    {
        IEnumerable<string> code = Enumerable.Range(1, 300).Select(static seed => Fuzzing.RandomDeclaration.Create((ulong)seed))
            .Where(static declaration => declaration.IsValid)
            .Select(static declaration => declaration.Code);
        AssertSilent(Fuzzing.FuzzDeclaration.Usings + string.Concat(code), setting);
    }

    // What the user's own part gives under a setting that it was not written for is its own business.
    private static void AssertSilent(string source, string setting)
    {
        NullableContextOptions nullable = Enum.TryParse(setting, ignoreCase: true, out NullableContextOptions given) ? given : NullableContextOptions.Enable;
        CSharpCompilation input = TestCompilation.Create(source);
        CSharpCompilationOptions options = input.Options.WithNullableContextOptions(nullable).WithOverflowChecks(setting == "checked").WithGeneralDiagnosticOption(ReportDiagnostic.Error);
        if (setting == "complies")
        {
            input = input.AddSyntaxTrees(TestCompilation.Parse("[assembly: System.CLSCompliant(true)]", "Assembly.cs"));
        }

        Compilation output = AnalyzerTest.Generate(input.WithOptions(options));
        Diagnostic[] reported = [.. output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !input.ContainsSyntaxTree(diagnostic.Location.SourceTree))];
        Assert.True(reported.Length == 0, string.Join('\n', reported.Take(20)));
    }

    private static void AssertSilent(string source, NullableContextOptions nullable, Func<Diagnostic, bool>? isOwn = null)
    {
        CSharpCompilation input = TestCompilation.Create(source);
        Compilation output = AnalyzerTest.Generate(input.WithOptions(input.Options.WithNullableContextOptions(nullable)));
        Diagnostic[] reported = [.. output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591" && isOwn?.Invoke(diagnostic) != true)];
        Assert.True(reported.Length == 0, string.Join('\n', reported.AsEnumerable()));
    }
}
