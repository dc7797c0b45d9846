using System.Text;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Emission;
using HyperTune.Generators.Memory;
using HyperTune.Generators.Model;
using HyperTune.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators;

/// <summary>
/// Gives every type marked as a search space or as a set of metrics its descriptor. Symbols are read by <see cref="SpaceParser"/> and
/// <see cref="MetricsParser"/> and by nothing after them: what flows on are value-equal models, so an edit that does not change a model re-emits nothing.
/// An edit that cannot change what was read does not even read again, see <see cref="ParseMemory{TModel}"/>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SearchSpaceGenerator : IIncrementalGenerator
{
    private static readonly ParseMemory<SpaceModel> KnownSpaces = new();
    private static readonly ParseMemory<MetricsModel> KnownMetrics = new();

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpaceModel?> spaces = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.SearchSpaceAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (marked, cancellationToken) => KnownSpaces.GetOrParse(marked, SpaceParser.Parse, cancellationToken))
            .WithTrackingName(TrackingNames.Parsed)
            .Where(static space => space is not null)
            .WithTrackingName(TrackingNames.Spaces);
        context.RegisterSourceOutput(
            spaces,
            static (output, space) => output.AddSource(space!.HintName, SourceText.From(SpaceEmitter.Emit(space), Encoding.UTF8)));

        IncrementalValuesProvider<MetricsModel?> metrics = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.MetricsAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (marked, cancellationToken) => KnownMetrics.GetOrParse(marked, MetricsParser.Parse, cancellationToken))
            .WithTrackingName(TrackingNames.ParsedMetrics)
            .Where(static set => set is not null)
            .WithTrackingName(TrackingNames.Metrics);
        context.RegisterSourceOutput(
            metrics,
            static (output, set) => output.AddSource(set!.HintName, SourceText.From(MetricsEmitter.Emit(set), Encoding.UTF8)));
    }
}
