using System.Text;
using HyperTune.Generators.Emission;
using HyperTune.Generators.Model;
using HyperTune.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators;

/// <summary>
/// Gives every type marked as a search space or as a set of metrics its descriptor. Symbols are read by <see cref="SpaceParser"/> and
/// <see cref="MetricsParser"/> and by nothing after them: what flows on are value-equal models, so an edit that does not change a model re-emits nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SearchSpaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpaceModel> spaces = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.SearchSpaceAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (marked, cancellationToken) => SpaceParser.Parse(marked, cancellationToken))
            .WithTrackingName(TrackingNames.Parsed)
            .Where(static space => space is not null)
            .Select(static (space, _) => space!)
            .WithTrackingName(TrackingNames.Spaces);
        context.RegisterSourceOutput(
            spaces,
            static (output, space) => output.AddSource(space.HintName, SourceText.From(SpaceEmitter.Emit(space), Encoding.UTF8)));

        IncrementalValuesProvider<MetricsModel> metrics = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.MetricsAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (marked, cancellationToken) => MetricsParser.Parse(marked, cancellationToken))
            .WithTrackingName(TrackingNames.ParsedMetrics)
            .Where(static set => set is not null)
            .Select(static (set, _) => set!)
            .WithTrackingName(TrackingNames.Metrics);
        context.RegisterSourceOutput(
            metrics,
            static (output, set) => output.AddSource(set.HintName, SourceText.From(MetricsEmitter.Emit(set), Encoding.UTF8)));
    }
}
