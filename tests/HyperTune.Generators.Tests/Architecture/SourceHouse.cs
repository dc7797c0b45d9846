using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Tests.Architecture;

/// <summary>Which files of a project name types and members of which others, as the compiler sees it. Documentation may name everything.</summary>
internal sealed class SourceHouse
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private readonly CSharpCompilation _compilation;

    public SourceHouse(IEnumerable<(string Path, string Text)> files)
    {
        IEnumerable<SyntaxTree> trees = files.Append((Path: "", Text: ImplicitUsings))
            .Select(static file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path));
        _compilation = CSharpCompilation.Create(
            "House", trees, References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        Uses = [.. FindUses().Where(static use => use.From != use.To).Distinct().OrderBy(static use => use.From.Path, StringComparer.Ordinal)
            .ThenBy(static use => use.To.Path, StringComparer.Ordinal)];
    }

    public ImmutableArray<(NamedFile From, NamedFile To)> Uses { get; }

    /// <summary>Names that mean nothing, because a reference is missing: they could hide something.</summary>
    public IEnumerable<string> Unresolved => _compilation.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Id is "CS0246" or "CS0234" or "CS0103" or "CS0012")
        .Select(static diagnostic => diagnostic.ToString());

    /// <summary>The sources of a folder.</summary>
    public static SourceHouse Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(static file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .OrderBy(static file => file.Path, StringComparer.Ordinal));

    /// <summary>Every line that breaks the plan: which file names which.</summary>
    public IEnumerable<string> FindViolations()
    {
        HashSet<(string, string)> topRooms = [.. Uses.Select(static use => (use.From.TopRoom, use.To.TopRoom))];
        HashSet<(string, string)> innerRooms = [.. Uses.Select(static use => (use.From.InnerRoom, use.To.InnerRoom))];
        return Uses
            .Where(use => !FloorPlan.Allows(use.From.TopRoom, use.To.TopRoom, topRooms.Contains((use.To.TopRoom, use.From.TopRoom)))
                || (use.From.TopRoom == use.To.TopRoom && use.From.InnerRoom != use.To.InnerRoom && innerRooms.Contains((use.To.InnerRoom, use.From.InnerRoom))))
            .Select(static use => $"{use.From} names {use.To}");
    }

    private IEnumerable<(NamedFile From, NamedFile To)> FindUses()
    {
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            SemanticModel model = _compilation.GetSemanticModel(tree);
            var from = new NamedFile(tree.FilePath);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                ISymbol? symbol = node switch
                {
                    SimpleNameSyntax name => model.GetSymbolInfo(name).Symbol,

                    // A part of a type names the type.
                    BaseTypeDeclarationSyntax type => model.GetDeclaredSymbol(type),
                    _ => null,
                };
                if (symbol is not null && HomeOf(symbol) is { Length: > 0 } home)
                {
                    yield return (from, new NamedFile(home));
                }
            }
        }
    }

    /// <summary>The file that declares a member, or else its type; of the parts of a type the one that bears its name without a suffix.</summary>
    private static string? HomeOf(ISymbol symbol)
    {
        ISymbol original = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
        ISymbol? declared = original.Kind is SymbolKind.NamedType or SymbolKind.Method or SymbolKind.Property or SymbolKind.Field or SymbolKind.Event
            ? original
            : null;
        while (declared is { DeclaringSyntaxReferences.IsEmpty: true })
        {
            declared = declared.ContainingType;
        }

        return declared?.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree.FilePath)
            .OrderBy(static path => Path.GetFileName(path).Count(static c => c == '.'))
            .ThenBy(static path => path.Count(static c => c == '/'))
            .ThenBy(static path => path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    // The runtime itself is read as source; all else that it needs lies beside these tests.
    private static IEnumerable<MetadataReference> References()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("HyperTune", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path));
}
