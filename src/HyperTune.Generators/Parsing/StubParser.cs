using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads a declaration with errors: the places of its members in the public API and nothing else.</summary>
/// <param name="descriptor">The name of the descriptor class.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class StubParser(string descriptor, CancellationToken cancellationToken)
{
    public NodeModel Parse(SpaceDeclaration declaration) => Parse(declaration, property: "", accessibility: "");

    private NodeModel Parse(SpaceDeclaration declaration, string property, string accessibility)
    {
        var names = new MemberNames(declaration, descriptor);
        return new NodeModel
        {
            DisplayName = declaration.Type.Name,
            TypeName = declaration.Type.ToCode(),
            Name = declaration.Name,
            DescriptorProperty = property,
            Accessibility = accessibility,
            Members = declaration.Parameters.Select(parameter => ParseMember(parameter, names)).ToEquatableArray<MemberModel>(),
            Cases = declaration.Cases
                .Where(static inner => inner.Type.TypeParameters.IsEmpty)
                .Select(inner => Parse(inner, names.TakeCase(inner), MemberNames.AccessibilityOf(inner.Type.DeclaredAccessibility)))
                .ToEquatableArray(),
            Constraints = EquatableArray<ConstraintModel>.Empty,
        };
    }

    private StubMemberModel ParseMember(ParameterDeclaration parameter, MemberNames names)
    {
        string typeName = CanBeTypeArgument(parameter.ValueType) ? parameter.ValueType.ToAnnotatedCode() : "object";
        INamedTypeSymbol? nested = parameter is { Kind: ValueKind.Space, Distributions.IsEmpty: true } ? parameter.UnderlyingType as INamedTypeSymbol : null;
        bool isContinuous = Continuity.IsContinuous(parameter, cancellationToken);
        bool isWritten = nested?.HasGeneratedPart(cancellationToken) == true;
        return new StubMemberModel
        {
            PropertyName = parameter.MemberName,
            Name = parameter.Name,
            DescriptorProperty = names.TakeProperty(parameter),
            Accessibility = MemberNames.AccessibilityOf(parameter),
            TypeName = typeName,
            IsNullable = parameter.IsNullable,
            Default = new DefaultModel(DefaultKind.Middle),
            Summary = null,
            IsContinuous = isContinuous,
            Kind = nested is not null ? StubMemberKind.Space : KindOf(parameter),
            IsOptional = parameter.IsOptionalSpace,
            IsList = parameter.Repeat is not null && parameter.Composite is null,
            DescriptorType = isWritten ? GeneratedTypes.DescriptorOf(nested!) : null,
            GradientType = isWritten && isContinuous ? GeneratedTypes.GradientOf(nested!) : null,
        };
    }

    // Of a subset there is only one of an enum.
    private static StubMemberKind KindOf(ParameterDeclaration parameter) => parameter.Composite?.Kind switch
    {
        DistributionKind.Subset when parameter is { Kind: ValueKind.Enum, IsNullable: false } => StubMemberKind.Subset,
        DistributionKind.Permutation => StubMemberKind.Permutation,
        DistributionKind.Proportions => StubMemberKind.Proportions,
        _ => parameter.Distributions.IsEmpty || !parameter.Distributions[0].IsList ? StubMemberKind.Range : StubMemberKind.Choice,
    };

    // A type that does not exist has been reported by the compiler already; naming it once more would report it twice.
    private static bool CanBeTypeArgument(ITypeSymbol type)
        => type is { TypeKind: not (TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer), IsRefLikeType: false }
            && (type is not INamedTypeSymbol named || named.TypeArguments.All(CanBeTypeArgument))
            && (type is not IArrayTypeSymbol array || CanBeTypeArgument(array.ElementType));
}
