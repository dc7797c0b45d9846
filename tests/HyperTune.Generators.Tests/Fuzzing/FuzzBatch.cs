using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Many declarations in one compilation: generated, analyzed, compiled, loaded and drawn from.</summary>
internal sealed partial class FuzzBatch
{
    private const int Draws = 6;

    private readonly Dictionary<string, FuzzDeclaration> _byTag;
    private readonly List<FuzzFault> _faults = [];

    private FuzzBatch(IEnumerable<FuzzDeclaration> declarations) => _byTag = declarations.ToDictionary(static declaration => declaration.Tag, StringComparer.Ordinal);

    /// <summary>Everything that is wrong with the declarations, or with what is made of them.</summary>
    public static async Task<IReadOnlyList<FuzzFault>> RunAsync(IEnumerable<FuzzDeclaration> declarations)
    {
        var batch = new FuzzBatch(declarations);
        await batch.RunAsync();
        return batch._faults;
    }

    private async Task RunAsync()
    {
        CSharpCompilation input = CSharpCompilation.Create(
            "Fuzzed",
            _byTag.Values.Select(static declaration => TestCompilation.Parse(declaration.Code, declaration.Tag + ".cs")),
            TestCompilation.References,
            TestCompilation.Options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SearchSpaceGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> reported);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.Empty(reported);

        CheckDiagnostics(await AllAnalyzers.RunAsync(output));
        using var stream = new MemoryStream();
        EmitResult emitted = output.Emit(stream);
        CheckCompiler(emitted.Diagnostics, input);
        if (emitted.Success)
        {
            stream.Position = 0;
            Draw(stream);
        }
    }

    private void CheckDiagnostics(ImmutableArray<Diagnostic> diagnostics)
    {
        ILookup<string, Diagnostic> byTag = diagnostics.ToLookup(static diagnostic => TagOf(diagnostic.Location));
        foreach (FuzzDeclaration declaration in _byTag.Values)
        {
            string[] actual = [.. byTag[declaration.Tag].Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)];
            if (!actual.SequenceEqual(declaration.ExpectedIds.Order(StringComparer.Ordinal)))
            {
                Report(declaration, $"The analyzers report {(actual.Length == 0 ? "nothing" : string.Join('\n', byTag[declaration.Tag].Select(static diagnostic => diagnostic.ToString())))}");
            }
        }
    }

    // What the user's own part gives is the user's business where there is a mistake in it; generated code is clean always.
    private void CheckCompiler(ImmutableArray<Diagnostic> diagnostics, Compilation input)
    {
        foreach (IGrouping<string, Diagnostic> group in diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).GroupBy(static diagnostic => TagOf(diagnostic.Location)))
        {
            FuzzDeclaration declaration = _byTag[group.Key];
            Diagnostic[] wrong = [.. group.Where(diagnostic => !input.SyntaxTrees.Contains(diagnostic.Location.SourceTree)
                || (diagnostic.Id != "CS1591" && (declaration.IsValid || diagnostic.Severity == DiagnosticSeverity.Error)))];
            if (wrong.Length > 0)
            {
                Report(declaration, $"The compiler reports {string.Join('\n', wrong.Take(5).Select(static diagnostic => $"{diagnostic}\n    {Line(diagnostic)}"))}");
            }
        }
    }

    private void Draw(Stream assembly)
    {
        var context = new AssemblyLoadContext("fuzzed", isCollectible: true);
        try
        {
            Assembly loaded = context.LoadFromStream(assembly);
            foreach (FuzzDeclaration declaration in _byTag.Values.Where(static declaration => declaration.IsRunnable))
            {
                if (Record.Exception(() => Draw(declaration, loaded)) is { } exception)
                {
                    Report(declaration, (exception is TargetInvocationException { InnerException: { } inner } ? inner : exception).ToString());
                }
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Draw(FuzzDeclaration declaration, Assembly assembly)
    {
        Type type = assembly.GetType(declaration.MetadataName, throwOnError: true)!;
        Type closed = type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(int))]) : type;
        var driver = (ISpaceDriver)Activator.CreateInstance(typeof(SpaceDriver<>).MakeGenericType(closed))!;
        SpaceLaws.AssertHold(driver, declaration.Seed, Draws);
        var random = new RandomStream(declaration.Seed, stream: 1);
        for (int i = 0; i < Draws; i++)
        {
            object config = driver.Sample(ref random);
            Assert.Empty(driver.Validate(config));
            SampleOracle.Check(declaration.Root, config);
        }
    }

    private void Report(FuzzDeclaration declaration, string problem) => _faults.Add(new FuzzFault(declaration, problem));

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";

    /// <summary>The declaration that a place belongs to, in its own file or in one generated for it.</summary>
    private static string TagOf(Location location) => Tag().Match(location.SourceTree?.FilePath ?? "").Value;

    [GeneratedRegex("Fuzz[0-9]+x")]
    private static partial Regex Tag();
}
