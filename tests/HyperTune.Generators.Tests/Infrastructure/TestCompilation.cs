using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>In-memory compilations as a user's project would be: the running framework, the runtime, nullable on, all warnings on.</summary>
internal static class TestCompilation
{
    /// <summary>C# 13 is the newest version that Roslyn 4.14 knows by name; missing or broken docs are diagnosed.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    public static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999);

    public static readonly ImmutableArray<MetadataReference> References =
        [.. FrameworkReferences(), MetadataReference.CreateFromFile(typeof(SearchSpaceAttribute).Assembly.Location)];

    public static CSharpCompilation Create(params string[] sources) => CSharpCompilation.Create(
        "TestProject",
        sources.Select(static (text, i) => Parse(text, $"Test{i}.cs")),
        References,
        Options);

    // Paths and an encoding are what locations and debug information need.
    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    // The trusted platform assemblies also hold this test project's own packages, so only those beside the core library are taken.
    private static IEnumerable<MetadataReference> FrameworkReferences()
    {
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == directory)
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }
}
