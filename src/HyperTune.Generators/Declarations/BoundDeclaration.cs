using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>An end of a range that depends on another member, as it stands in the source.</summary>
internal sealed class BoundDeclaration
{
    private BoundDeclaration(AttributeData attribute, bool isUpper)
    {
        Attribute = attribute;
        IsUpper = isUpper;
        ParameterName = attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string name } ? name : null;
    }

    public AttributeData Attribute { get; }

    /// <summary>Whether the value is not above that of the other member; otherwise it is not below.</summary>
    public bool IsUpper { get; }

    /// <summary>The name of the other property, or null where it is missing.</summary>
    public string? ParameterName { get; }

    /// <summary>The attributes on a member.</summary>
    public static ImmutableArray<BoundDeclaration> On(ISymbol? member)
    {
        if (member is null)
        {
            return [];
        }

        var bounds = ImmutableArray.CreateBuilder<BoundDeclaration>();
        foreach (AttributeData attribute in member.GetAttributes())
        {
            bool isUpper = AttributeReader.IsRuntime(attribute, "NotAboveAttribute");
            if (isUpper || AttributeReader.IsRuntime(attribute, "NotBelowAttribute"))
            {
                bounds.Add(new BoundDeclaration(attribute, isUpper));
            }
        }

        return bounds.ToImmutable();
    }
}
