using HyperTune.Generators.Declarations;
using HyperTune.Generators.Memory;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests;

/// <summary>Counts how often a marked declaration is read in spite of the memory.</summary>
internal sealed class CountingGenerator : IIncrementalGenerator
{
    private readonly ParseMemory<string> _memory = new();
    private int _count;

    public int Count => _count;

    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.SearchSpaceAttribute,
                static (_, _) => true,
                (marked, cancellationToken) => _memory.GetOrParse(marked, Read, cancellationToken)),
            static (_, _) => { });

    private string? Read(GeneratorAttributeSyntaxContext marked, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return marked.TargetSymbol.Name;
    }
}
