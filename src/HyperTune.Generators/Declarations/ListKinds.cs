using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>Facts about the types of lists.</summary>
internal static class ListKinds
{
    /// <summary>The kind of list that a type is, and the type of its elements; the type itself where it is none.</summary>
    public static (ListKind Kind, ITypeSymbol Element) Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => (ListKind.Array, array.ElementType),
        INamedTypeSymbol { MetadataName: "ImmutableArray`1", ContainingType: null } immutable when IsIn(immutable, "Immutable", "Collections", "System")
            => (ListKind.ImmutableArray, immutable.TypeArguments[0]),
        INamedTypeSymbol { MetadataName: "IReadOnlyList`1", ContainingType: null } list when IsIn(list, "Generic", "Collections", "System")
            => (ListKind.ReadOnlyList, list.TypeArguments[0]),
        INamedTypeSymbol { MetadataName: "List`1", ContainingType: null } list when IsIn(list, "Generic", "Collections", "System") => (ListKind.List, list.TypeArguments[0]),
        INamedTypeSymbol { MetadataName: "IList`1", ContainingType: null } list when IsIn(list, "Generic", "Collections", "System") => (ListKind.MutableList, list.TypeArguments[0]),
        _ => (ListKind.None, type),
    };

    private static bool IsIn(INamedTypeSymbol type, params string[] namespaces)
    {
        INamespaceSymbol current = type.ContainingNamespace;
        foreach (string name in namespaces)
        {
            if (current.Name != name)
            {
                return false;
            }

            current = current.ContainingNamespace;
        }

        return current.IsGlobalNamespace;
    }
}
