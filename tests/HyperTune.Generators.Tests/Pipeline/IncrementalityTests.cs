using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>What an edit makes the generator do again.</summary>
public sealed class IncrementalityTests
{
    private const string First = "using HyperTune;\n[SearchSpace] public partial record First([Uniform(0, 1)] double A, Second Inner);\n";
    private const string Second = "using HyperTune;\n[SearchSpace] public partial record Second([Uniform(0, 1)] double A);\n";
    private const string Other = "public class Other { public int X; }\n";

    public static TheoryData<string, string, string, string, ExpectedReasons> Edits => new()
    {
        { "nothing", First, Second, Other, new("Unchanged", "Cached", "Unchanged", "Cached") },
        { "another file", First, Second, Other + "public class More;\n", new("Unchanged", "Cached", "Unchanged", "Cached") },
        { "white space and a comment", First, "using HyperTune;\n// why\n\n[SearchSpace] public partial record Second( [Uniform(0, 1)] double A ) ;\n", Other, new("Unchanged", "Cached", "Unchanged", "Cached") },
        { "a bound", First, Second.Replace("1)", "2)", StringComparison.Ordinal), Other, new("Unchanged", "Cached", "Modified", "Modified") },
        { "a member that is not tuned", First, Second.Replace("double A)", "double A, int B = 1)", StringComparison.Ordinal), Other, new("Unchanged", "Cached", "Unchanged", "Cached") },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_redoes_what_it_concerns(string edit, string first, string second, string other, ExpectedReasons expected)
    {
        Assert.NotEmpty(edit);
        CSharpCompilation before = TestCompilation.Create(First, Second, Other);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(before);
        CSharpCompilation after = before;
        string[] sources = [first, second, other];
        for (int i = 0; i < sources.Length; i++)
        {
            SyntaxTree old = before.SyntaxTrees[i];
            if (old.ToString() != sources[i])
            {
                after = after.ReplaceSyntaxTree(old, TestCompilation.Parse(sources[i], old.FilePath));
            }
        }

        GeneratorRunResult result = driver.RunGenerators(after.Clone()).GetRunResult().Results.Single();
        string[] models = [.. PipelineChecks.Reasons(result, TrackingNames.Parsed).Select(static reason => reason.ToString())];
        string[] outputs = [.. PipelineChecks.OutputReasons(result).Select(static reason => reason.ToString())];
        Assert.Equal(expected, new ExpectedReasons(models[0], outputs[0], models[1], outputs[1]));
    }

    [Fact]
    public void New_type_leaves_the_others_alone()
    {
        CSharpCompilation before = TestCompilation.Create(Second);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(before);
        CSharpCompilation after = before.AddSyntaxTrees(TestCompilation.Parse(First, "New.cs"));
        GeneratorRunResult result = driver.RunGenerators(after).GetRunResult().Results.Single();
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.New], PipelineChecks.Reasons(result, TrackingNames.Parsed));
    }

    [Fact]
    public void Every_declared_step_is_tracked()
    {
        GeneratorRunResult result = GeneratorRun.Of(First, Second, "[HyperTune.Metrics] public partial record struct Score([HyperTune.Minimize] double Loss);").Result;
        Assert.NotEmpty(PipelineChecks.StepNames);
        Assert.All(PipelineChecks.StepNames, name => Assert.Contains(name, result.TrackedSteps.Keys));
    }

    [Fact]
    public void Walk_through_the_pipeline_finds_a_symbol()
    {
        ISymbol symbol = TestCompilation.Create(Other).GetTypeByMetadataName("Other")!;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => PipelineChecks.AssertNotRooted(new { Inner = new object[] { "text", symbol } }, "model"));
    }

    public sealed record ExpectedReasons(string FirstModel, string FirstOutput, string SecondModel, string SecondOutput);
}
