using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>Compiles blocks as a new console project would that has them as its only sources: with the SDK's implicit usings and no other ones.</summary>
internal static class BlockCompiler
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // What comes with the package, and what the guides to storages and the terminal ask for.
    private static readonly MetadataReference[] Packages =
    [
        Reference("Microsoft.Extensions.Logging.Abstractions.dll"), Reference("Microsoft.Data.Sqlite.dll"),
        Reference("HyperTune.Spectre.dll"), Reference("Spectre.Console.dll"), Reference("Spectre.Console.Ansi.dll"),
    ];

    /// <summary>The blocks before the generator has seen them; a program where one of them has top-level statements, else a library.</summary>
    public static CSharpCompilation Compile(params IEnumerable<CodeBlock> blocks)
    {
        CSharpCompilation compilation = TestCompilation.Create([.. blocks.Select(static block => block.Code)])
            .AddSyntaxTrees(TestCompilation.Parse(ImplicitUsings, "ImplicitUsings.cs"))
            .AddReferences(Packages);
        return compilation.SyntaxTrees.Any(static tree => tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any())
            ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            : compilation;
    }

    /// <summary>The errors and warnings of the compiler and everything that the analyzers say.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Compilation output) =>
    [
        .. (await AllAnalyzers.RunWithCompilerAsync(output)).Where(static diagnostic => !IsAboutMissingText(diagnostic) && !IsOfCompilerAndMinor(diagnostic)),
    ];

    // The public types of an example need no documentation.
    private static bool IsAboutMissingText(Diagnostic diagnostic) => diagnostic.Id == "CS1591";

    private static bool IsOfCompilerAndMinor(Diagnostic diagnostic)
        => diagnostic.Severity < DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    private static MetadataReference Reference(string file) => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
