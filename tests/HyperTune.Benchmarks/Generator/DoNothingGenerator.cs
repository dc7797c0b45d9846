using HyperTune.Generators;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Benchmarks;

/// <summary>Finds the marked types, which is the compiler's own work, and does nothing with them: what no generator of this kind can save.</summary>
internal sealed class DoNothingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<int> found = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.SearchSpaceAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (_, _) => 0);
        context.RegisterSourceOutput(found, static (_, _) => { });
    }
}
