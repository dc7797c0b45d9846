using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A list attribute as it stands in the source.</summary>
internal sealed class RepeatDeclaration
{
    private RepeatDeclaration(AttributeData attribute)
    {
        Attribute = attribute;
        if (attribute.ConstructorArguments.Length == 2
            && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: int minimum }
            && attribute.ConstructorArguments[1] is { Kind: TypedConstantKind.Primitive, Value: int maximum })
        {
            (Minimum, Maximum) = (minimum, maximum);
            IsReadable = true;
        }
    }

    public AttributeData Attribute { get; }

    /// <summary>Whether the arguments bind; if not, the compiler has reported an error and no other is needed.</summary>
    public bool IsReadable { get; }

    public int Minimum { get; }

    public int Maximum { get; }

    /// <summary>The list attribute on a member, or null where there is none.</summary>
    public static RepeatDeclaration? Find(ISymbol? member)
        => member is not null && AttributeReader.Find(member, "RepeatAttribute") is { } attribute ? new RepeatDeclaration(attribute) : null;
}
