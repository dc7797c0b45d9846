using System.Text;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Emission;
using HyperTune.Generators.Model;
using HyperTune.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Tests;

/// <summary>The generator without its memory: it reads every marked type anew, as the compiler asks it to.</summary>
internal sealed class ForgetfulGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpaceModel?> spaces = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.SearchSpaceAttribute, static (_, _) => true, static (marked, cancellationToken) => SpaceParser.Parse(marked, cancellationToken));
        context.RegisterSourceOutput(spaces.Where(static space => space is not null), static (output, space) => output.AddSource(space!.HintName, SourceText.From(SpaceEmitter.Emit(space), Encoding.UTF8)));
        IncrementalValuesProvider<MetricsModel?> metrics = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.MetricsAttribute, static (_, _) => true, static (marked, cancellationToken) => MetricsParser.Parse(marked, cancellationToken));
        context.RegisterSourceOutput(metrics.Where(static set => set is not null), static (output, set) => output.AddSource(set!.HintName, SourceText.From(MetricsEmitter.Emit(set), Encoding.UTF8)));
    }
}
