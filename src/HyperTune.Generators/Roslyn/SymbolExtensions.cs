using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Roslyn;

/// <summary>Facts about symbols that Roslyn does not give in one call.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat QualifiedWithNullability =
        Qualified.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NamespaceName = Qualified.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The type as code: fully qualified, keywords for the special types, no nullability annotation at its top.</summary>
    public static string ToCode(this ITypeSymbol type) => Keyword(type) ?? type.ToDisplayString(Qualified);

    /// <summary>The type as code, with its nullability annotations. A reference type that says nothing about null may be null.</summary>
    public static string ToAnnotatedCode(this ITypeSymbol type)
        => Keyword(type) ?? (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type)
            .ToDisplayString(QualifiedWithNullability);

    // Nearly all tuned members are of one of these, and displaying a type costs as much as all else that is read of a member.
    private static string? Keyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Double => "double",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Single => "float",
        SpecialType.System_Int16 => "short",
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Char => "char",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_String when type.NullableAnnotation == NullableAnnotation.NotAnnotated => "string",
        _ => null,
    };

    /// <summary>The namespace as code, or null for the global one.</summary>
    public static string? ToCode(this INamespaceSymbol space) => space.IsGlobalNamespace ? null : space.ToDisplayString(NamespaceName);

    public static bool IsPartial(this INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Any(reference
            => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether another file can hold a part of the type that implements an interface of the type itself.</summary>
    public static bool CanHaveGeneratedPart(this INamedTypeSymbol type, CancellationToken cancellationToken)
        => type is { IsStatic: false, IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct, Name.Length: > 0 }
            && type.SelfAndContainers().All(part => !part.IsFileLocal && part.IsPartial(cancellationToken));

    /// <summary>Whether the part exists or will: in a referenced assembly it has been compiled already.</summary>
    public static bool HasGeneratedPart(this INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.IsEmpty || type.CanHaveGeneratedPart(cancellationToken);

    /// <summary>The type and the types it is nested in, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainers(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>The base types, nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> BaseTypes(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether the name is that of an attribute of the framework on the symbol.</summary>
    public static bool HasAttribute(this ISymbol symbol, string metadataName)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.MetadataName == metadataName)
            {
                return true;
            }
        }

        return false;
    }
}
