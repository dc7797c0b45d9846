using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>From symbols to a model; the one part of the generator that sees symbols.</summary>
internal static class SpaceParser
{
    /// <summary>The model of a marked type, or null where nothing can be written for it.</summary>
    public static SpaceModel? Parse(GeneratorAttributeSyntaxContext marked, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)marked.TargetSymbol;
        if (!Markers.IsOnFirst(marked, "SearchSpaceAttribute") || !type.CanHaveGeneratedPart(cancellationToken))
        {
            return null;
        }

        SpaceDeclaration? declaration = new DeclarationReader(marked.SemanticModel.Compilation, cancellationToken).Read(type);
        return declaration is null ? null : Parse(declaration, cancellationToken);
    }

    private static SpaceModel Parse(SpaceDeclaration declaration, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = declaration.Type;
        string descriptor = DescriptorNames.DescriptorOf(type);
        string? gradient = Continuity.HasContinuous(type, cancellationToken) ? DescriptorNames.GradientOf(type) : null;
        bool hasOwnSpaceMember = DescriptorNames.HasOwnSpaceMember(type);
        FaultModel? fault = FaultParser.Parse(SpaceRules.FindFault(declaration, cancellationToken));
        return new SpaceModel
        {
            HintName = TypeShape.HintName(type),
            Namespace = type.ContainingNamespace.ToCode(),
            Containers = TypeShape.Containers(type),
            Part = TypeShape.Part(type),
            IsReferenceType = type.IsReferenceType,
            Fault = fault,
            DescriptorName = descriptor,
            GradientName = gradient,
            HasOwnSpaceMember = hasOwnSpaceMember,
            HidesSpace = !hasOwnSpaceMember && DescriptorNames.Hides(type, DescriptorNames.SpaceProperty),
            HidesDescriptor = DescriptorNames.Hides(type, descriptor),
            HidesGradient = gradient is not null && DescriptorNames.Hides(type, gradient),
            UsesObsolete = Obsoletes.AreUsedBy(declaration),
            Root = fault is null ? new NodeParser(descriptor, cancellationToken).Parse(declaration) : new StubParser(descriptor, cancellationToken).Parse(declaration),
        };
    }
}
