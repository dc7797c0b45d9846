using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Many declarations in one file and one compilation, which is much faster: generated, analyzed, compiled, loaded and drawn from.</summary>
internal sealed partial class FuzzBatch
{
    private const int Draws = 5;

    private readonly FuzzDeclaration[] _declarations;
    private readonly int[] _starts;
    private readonly SyntaxTree _source;
    private readonly CSharpParseOptions _parseOptions;
    private readonly List<FuzzFault> _faults = [];

    private FuzzBatch(FuzzDeclaration[] declarations, DocumentationMode documentation)
    {
        _declarations = declarations;
        _starts = new int[declarations.Length];
        _parseOptions = TestCompilation.ParseOptions.WithDocumentationMode(documentation);
        var text = new StringBuilder(FuzzDeclaration.Usings);
        for (int i = 0; i < declarations.Length; i++)
        {
            _starts[i] = text.Length;
            text.Append(declarations[i].Code);
        }

        _source = CSharpSyntaxTree.ParseText(text.ToString(), _parseOptions, "Fuzzed.cs", Encoding.UTF8);
    }

    /// <summary>Everything that is wrong with the declarations, or with what is made of them.</summary>
    public static async Task<IReadOnlyList<FuzzFault>> RunAsync(FuzzDeclaration[] declarations, DocumentationMode documentation)
    {
        var batch = new FuzzBatch(declarations, documentation);
        await batch.RunAsync();
        return batch._faults;
    }

    private async Task RunAsync()
    {
        CSharpCompilation input = CSharpCompilation.Create("Fuzzed", [_source], TestCompilation.References, TestCompilation.Options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SearchSpaceGenerator().AsSourceGenerator()], parseOptions: _parseOptions)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> reported);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.Empty(reported);

        CheckAnalyzers(await AllAnalyzers.RunAsync(output, _source));
        using var stream = new MemoryStream();
        EmitResult emitted = StrictCode.Of(output, input).Emit(stream);
        CheckCompiler(emitted.Diagnostics);
        if (emitted.Success)
        {
            stream.Position = 0;
            Draw(stream);
        }
    }

    private void CheckAnalyzers(ImmutableArray<Diagnostic> diagnostics)
    {
        ILookup<FuzzDeclaration, Diagnostic> byDeclaration = diagnostics.ToLookup(DeclarationOf);
        foreach (FuzzDeclaration declaration in _declarations)
        {
            if (!byDeclaration[declaration].Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal).SequenceEqual(declaration.ExpectedIds))
            {
                Report(declaration, "The analyzers report", byDeclaration[declaration]);
            }
        }
    }

    // What the user's own part gives is the user's business where there is a mistake in it; generated code is clean always.
    private void CheckCompiler(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (IGrouping<FuzzDeclaration, Diagnostic> group in diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).GroupBy(DeclarationOf))
        {
            Diagnostic[] wrong = [.. group.Where(diagnostic => diagnostic.Location.SourceTree != _source
                || (diagnostic.Id != "CS1591" && (group.Key.IsValid || diagnostic.Severity == DiagnosticSeverity.Error)))];
            if (wrong.Length > 0)
            {
                Report(group.Key, "The compiler reports", wrong);
            }
        }
    }

    private void Draw(Stream assembly)
    {
        var context = new AssemblyLoadContext("fuzzed", isCollectible: true);
        try
        {
            Assembly loaded = context.LoadFromStream(assembly);
            foreach (FuzzDeclaration declaration in _declarations.Where(static declaration => declaration.IsRunnable))
            {
                if (Record.Exception(() => Draw(declaration, loaded)) is { } exception)
                {
                    _faults.Add(new FuzzFault(declaration, (exception is TargetInvocationException { InnerException: { } inner } ? inner : exception).ToString()));
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

        CheckMetrics(declaration, assembly);
    }

    private static void CheckMetrics(FuzzDeclaration declaration, Assembly assembly)
    {
        if (declaration.Metrics is { } metrics)
        {
            string space = declaration.MetadataName.StartsWith(declaration.Tag + ".", StringComparison.Ordinal) ? declaration.Tag + "." : "";
            MetricsDriver.Of(assembly.GetType(space + metrics.Name, throwOnError: true)!).AssertMatches(metrics);
        }
    }

    private void Report(FuzzDeclaration declaration, string who, IEnumerable<Diagnostic> diagnostics)
        => _faults.Add(new FuzzFault(declaration, string.Join('\n', diagnostics.Take(5)
            .Select(static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n    at {Line(diagnostic)}")
            .DefaultIfEmpty("nothing")
            .Prepend(who))));

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "no place";

    /// <summary>The declaration that a place belongs to, in the source or in a file generated for it.</summary>
    private FuzzDeclaration DeclarationOf(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree == _source)
        {
            int found = Array.BinarySearch(_starts, diagnostic.Location.SourceSpan.Start);
            return _declarations[found >= 0 ? found : Math.Max(0, ~found - 1)];
        }

        string tag = Tag().Match(diagnostic.Location.SourceTree?.FilePath ?? "").Value;
        return _declarations.Single(declaration => declaration.Tag == tag);
    }

    [GeneratedRegex("Fuzz[0-9]+x")]
    private static partial Regex Tag();
}
