using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HyperTune.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Benchmarks;

/// <summary>A project with a given number of search spaces, each in a file of its own, and one file without any.</summary>
internal sealed class SourceProject
{
    /// <summary>How many properties with a distribution each type has.</summary>
    public const int PropertiesPerType = 10;

    private const string OtherFile = "Other.cs";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        // On one core, as the generator runs.
        concurrentBuild: false);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. FrameworkReferences(), MetadataReference.CreateFromFile(typeof(SearchSpaceAttribute).Assembly.Location)];

    private readonly int _typeCount;
    private readonly CSharpCompilation _before;
    private int _version;

    public SourceProject(int typeCount)
    {
        _typeCount = typeCount;
        _before = Parse();
    }

    /// <summary>A driver that has seen the project as it was before the edit, or one that has seen nothing.</summary>
    public GeneratorDriver CreateDriver(IIncrementalGenerator generator, Edit edit, bool tracksSteps = false)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));
        return edit == Edit.Cold ? driver : driver.RunGenerators(_before);
    }

    /// <summary>What the generator writes for the project, by the name of the type.</summary>
    public IReadOnlyDictionary<string, SourceText> GenerateFiles()
        => CreateDriver(new SearchSpaceGenerator(), Edit.Elsewhere).GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(static file => file.HintName.Split('.')[^3], static file => file.SourceText);

    /// <summary>The project after the edit: another compilation with other text each time, in which nothing is bound yet.</summary>
    public CSharpCompilation After(Edit edit)
    {
        _version++;
        return edit switch
        {
            Edit.Cold => Parse(),
            Edit.Elsewhere => Replace(OtherFile, OtherText(_version)),
            Edit.OneRange => Replace(FileName(0), TypeText(0, clippingNorm: 10 + _version)),
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "There is no such edit."),
        };
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    private static string FileName(int number) => $"Config{number}.cs";

    private static string OtherText(int version) => $$"""
        namespace App;

        public static class Other
        {
            public const int Version = {{version}};

            public static int Times{{version}}(int factor) => factor * {{version}};
        }
        """;

    private static string TypeText(int number, double clippingNorm = 10) => string.Create(CultureInfo.InvariantCulture, $$"""
        using HyperTune;

        namespace App.Models;

        /// <summary>The settings of a model.</summary>
        [SearchSpace]
        public sealed partial record Config{{number}}
        {
            /// <summary>The optimizer's step size.</summary>
            [LogUniform(1e-5, 1e-1)]
            public double LearningRate { get; init; } = 1e-3;

            /// <summary>How strongly weights are drawn to zero.</summary>
            [LogUniform(1e-8, 1e-2)]
            public double WeightDecay { get; init; } = 1e-4;

            [Uniform(0, 0.5)]
            public double Dropout { get; init; } = 0.1;

            [Normal(0.8, 0.1, Low = 0.5, High = 1)]
            public double Subsample { get; init; } = 0.8;

            [Uniform(0.1, {{clippingNorm}})]
            public double ClippingNorm { get; init; } = 1;

            [Uniform(1, 8)]
            public int Layers { get; init; } = 2;

            [Uniform(16, 512, Step = 16)]
            public int Units { get; init; } = 128;

            [Ordinal(16, 32, 64, 128)]
            public int BatchSize { get; init; } = 32;

            [Choice("relu", "tanh", "gelu", "silu")]
            public string Activation { get; init; } = "relu";

            [Choice]
            public bool Augment { get; init; }
        }
        """);

    // The list of trusted assemblies also holds this program's own packages, so only those beside the core library are taken.
    private static IEnumerable<MetadataReference> FrameworkReferences()
    {
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == directory)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }

    private CSharpCompilation Parse() => CSharpCompilation.Create(
        "App",
        Enumerable.Range(0, _typeCount).Select(static number => Parse(FileName(number), TypeText(number))).Append(Parse(OtherFile, OtherText(0))),
        References,
        Options);

    private CSharpCompilation Replace(string path, string text)
        => _before.ReplaceSyntaxTree(_before.SyntaxTrees.First(tree => tree.FilePath == path), Parse(path, text));
}
