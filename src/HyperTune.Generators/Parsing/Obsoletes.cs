using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Members and types whose use is an error of the compiler's that no pragma hides.</summary>
internal static class Obsoletes
{
    /// <summary>Whether generated code for a type or its cases must use something of the kind.</summary>
    public static bool AreUsedBy(SpaceDeclaration declaration)
        => Used(declaration).Any(static symbol => symbol is not null && IsError(symbol)) || declaration.Cases.Any(static inner => IsError(inner.Type) || AreUsedBy(inner));

    private static IEnumerable<ISymbol?> Used(SpaceDeclaration declaration)
        => declaration.Parameters
            .SelectMany(static parameter => new[] { parameter.Property, parameter.Property?.GetMethod, parameter.Property?.SetMethod, (ISymbol)parameter.UnderlyingType })
            .Concat(declaration.Constraints.Select(static constraint => constraint.Method))
            .Append(declaration.Constructor);

    private static bool IsError(ISymbol symbol) => symbol.GetAttributes().Any(static attribute
        => attribute is { AttributeClass.MetadataName: "ObsoleteAttribute", ConstructorArguments: { Length: 2 } arguments } && arguments[1].Value is true);
}
