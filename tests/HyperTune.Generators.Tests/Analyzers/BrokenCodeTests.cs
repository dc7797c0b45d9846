using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests.Analyzers;

/// <summary>Code as it is while somebody types. What the compiler reports is not reported again, and nothing throws.</summary>
public sealed class BrokenCodeTests
{
    [Theory]
    [InlineData("[Uniform(0)] public double X { get; set; }")]
    [InlineData("[Uniform] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1, 2)] public double X { get; set; }")]
    [InlineData("[Uniform(\"a\", 1)] public double X { get; set; }")]
    [InlineData("[Uniform(1e999, 1)] public double X { get; set; }")]
    [InlineData("[Uniform(int.MaxValue + 1, 1)] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1, Step = \"x\")] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1, Step = missing)] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1, Missing = 2)] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1, Name = 3)] public double X { get; set; }")]
    [InlineData("[Uniform(0, DateTime.Now.Second)] public double X { get; set; } = 0.5;")]
    [InlineData("[Uniform(, 1)] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1 public double X { get; set; }")]
    [InlineData("[Uniform(0, 1)] public X { get; set; }")]
    [InlineData("[Uniform(0, 1)] public double X { get; set; } = ;")]
    [InlineData("[Uniform(0, 1)] public double X { get; set; } = missing;")]
    [InlineData("[Uniform(0, 1)] public double X { get; set; } = \"a\";")]
    [InlineData("[Uniform(0, 1)] public double X { get; set; } = 1 / 0;")]
    [InlineData("[Choice(missing)] public string X { get; set; } = \"a\";")]
    [InlineData("[Choice(\"a\", missing)] public string X { get; set; } = \"a\";")]
    [InlineData("[Choice(1 / 0)] public int X { get; set; }")]
    [InlineData("[Choice(new[] { missing })] public int X { get; set; }")]
    [InlineData("[Choice(new int[2, 2])] public int X { get; set; }")]
    [InlineData("[Normal(0, Low = 1)] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1)] public Missing X { get; set; }")]
    [InlineData("[Uniform(0, 1)] public List<Missing> X { get; set; }")]
    [InlineData("public A X { get; set } = new(); [Uniform(0, 1)] public double Y { get; set; }")]
    [InlineData("[Uniform(0, 1)] public double X { get; set; } [Uniform(0, 1)] public double X { get; set; }")]
    [InlineData("[Uniform(0, 1)] public double")]
    [InlineData("[Uniform(0, 1)]")]
    [InlineData("[")]
    public async Task Member_that_does_not_compile_gets_no_diagnostic_of_ours(string member)
        => AssertCompilerErrorsOnly(await AnalyzerTest.DiagnoseAsync($$"""
            [SearchSpace] public partial class Space
            {
                [Uniform(0, 1)] public double Sound { get; set; }
                {{member}}
            }
            """));

    [Theory]
    [InlineData("[SearchSpace] public partial record A([Uniform(0, 1)] double")]
    [InlineData("[SearchSpace] public partial record A([Uniform(0, 1)] double X, )")]
    [InlineData("[SearchSpace] public partial class { [Uniform(0, 1)] public double X { get; set; } }")]
    [InlineData("[SearchSpace(1)] public partial class A { [Uniform(0, 1)] public double X { get; set; } }")]
    [InlineData("[SearchSpace] public partial class A : Missing { [Uniform(0, 1)] public double X { get; set; } }")]
    [InlineData("[SearchSpace] public partial class A : A { [Uniform(0, 1)] public double X { get; set; } }")]
    [InlineData("[SearchSpace] public partial class A { [Uniform(0, 1)] public double X { get; set; } } [SearchSpace] public partial class A;")]
    [InlineData("[SearchSpace] public partial class A { [Uniform(0, 1)] public double X { get; set; } } public partial struct A;")]
    [InlineData("[SearchSpace] public partial enum A { X }")]
    [InlineData("[SearchSpace] public void M() { }")]
    [InlineData("public partial class A<[SearchSpace] T> { [SearchSpace] public partial class B { [Uniform(0, 1)] public double X { get; set; } public T Y { get; set; } } }")]
    [InlineData("[SearchSpace]")]
    public async Task Type_that_does_not_compile_gets_no_diagnostic_of_ours(string code)
        => AssertCompilerErrorsOnly(await AnalyzerTest.DiagnoseAsync(code));

    private static void AssertCompilerErrorsOnly(ImmutableArray<Diagnostic> diagnostics)
    {
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, static diagnostic => Assert.StartsWith("CS", diagnostic.Id));
    }
}
