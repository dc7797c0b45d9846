using System.Collections.Immutable;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>One run of the generator over some sources, with everything checked that must hold for every input.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(CSharpCompilation input, CSharpCompilation output, GeneratorDriver driver)
    {
        Input = input;
        Output = output;
        Driver = driver;
    }

    /// <summary>The sources without the generated files.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The sources with the generated files.</summary>
    public CSharpCompilation Output { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>All generated files in one text, in the order of their names.</summary>
    public string Text => string.Join("\n", Result.GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal).Select(static source => source.SourceText));

    /// <summary>
    /// Runs the generator over valid sources: no exception, no diagnostic of the generator's own, an output without a warning, nothing in the pipeline
    /// that keeps a compilation alive, and nothing new in a second run over an equal compilation. Every generator test goes through here.
    /// </summary>
    public static GeneratorRun Of(params string[] sources)
    {
        GeneratorRun run = Unchecked(TestCompilation.Create(sources));
        Assert.Empty(run.Warnings());
        return run;
    }

    /// <summary>The same with more assemblies referenced.</summary>
    public static GeneratorRun WithReferences(IEnumerable<MetadataReference> references, params string[] sources)
    {
        GeneratorRun run = Unchecked(TestCompilation.Create(sources).AddReferences(references));
        Assert.Empty(run.Warnings());
        return run;
    }

    /// <summary>The same for sources with mistakes, which the analyzers report: apart from the given compiler errors in the sources all checks hold.</summary>
    public static GeneratorRun OfInvalid(string[] sources, params string[] expectedErrors)
    {
        GeneratorRun run = Unchecked(TestCompilation.Create(sources));
        Assert.Equal(expectedErrors.Order(), run.Warnings().Select(static diagnostic => diagnostic.Id).Order());
        Assert.All(run.Warnings(), diagnostic => Assert.Contains(diagnostic.Location.SourceTree, run.Input.SyntaxTrees));
        return run;
    }

    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new SearchSpaceGenerator().AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorRun Unchecked(CSharpCompilation input)
    {
        GeneratorDriver driver = CreateDriver().RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        var run = new GeneratorRun(input, (CSharpCompilation)output, driver);
        Assert.Null(run.Result.Exception);
        Assert.Empty(diagnostics);
        run.AssertVerdictOfRules();
        PipelineChecks.AssertNothingRooted(run.Result);
        PipelineChecks.AssertCached(driver.RunGenerators(input.Clone()).GetRunResult().Results.Single());
        return run;
    }

    // Of what the rules find no fault with there is no stub, else a mistake would go unsaid.
    private void AssertVerdictOfRules()
    {
        if (Input.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not "CS9113"))
        {
            return;
        }

        var reader = new DeclarationReader(Input, CancellationToken.None);
        string[] valid = [.. AllTypes(Input.Assembly.GlobalNamespace).Select(reader.Read).OfType<SpaceDeclaration>()
            .Where(static space => SpaceRules.IsValid(space, CancellationToken.None)).Select(static space => space.Type.Name).Order()];
        string[] written = [.. Result.TrackedSteps.GetValueOrDefault(TrackingNames.Spaces, []).SelectMany(static step => step.Outputs).Select(static output => (SpaceModel)output.Value)
            .Where(static model => model.IsValid).Select(static model => model.Root.DisplayName).Order()];
        Assert.Equal(valid, written);
    }

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => AllTypes(member).Concat(member is INamedTypeSymbol type ? [type] : []));

    // Missing documentation counts in generated files only; test sources need none.
    private IEnumerable<Diagnostic> Warnings() => StrictCode.Of(Output, Input).GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && (diagnostic.Id != "CS1591" || !Input.ContainsSyntaxTree(diagnostic.Location.SourceTree)));
}
