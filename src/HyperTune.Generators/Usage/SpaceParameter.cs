using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>A parameter that is named by the descriptor of its type, such as <c>C.Space.Hidden[0].Units</c>.</summary>
internal sealed class SpaceParameter
{
    private SpaceParameter(IPropertyReferenceOperation operation, INamedTypeSymbol config)
    {
        Operation = operation;
        Config = config;
    }

    public IPropertyReferenceOperation Operation { get; }

    /// <summary>The type whose space it is named by.</summary>
    public INamedTypeSymbol Config { get; }

    /// <summary>All of an expression whose type is in sight.</summary>
    public static IEnumerable<SpaceParameter> In(IOperation expression)
    {
        foreach (IPropertyReferenceOperation property in expression.DescendantsAndSelf().OfType<IPropertyReferenceOperation>())
        {
            if (Derives(property.Type, "Parameter") && RootOf(property) is { } config)
            {
                yield return new SpaceParameter(property, config);
            }
        }
    }

    /// <summary>The config type of a descriptor; null for any other type.</summary>
    public static INamedTypeSymbol? ConfigOf(ITypeSymbol? descriptor)
    {
        for (ITypeSymbol? type = descriptor; type is not null; type = type.BaseType)
        {
            if (type is INamedTypeSymbol { Name: "SearchSpace", TypeArguments.Length: 1 } space && StrategyExpression.IsRuntime(space))
            {
                return space.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? RootOf(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => RootOf(conversion.Operand),
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Space" } } space => ConfigOf(space.Type),
        IPropertyReferenceOperation property => RootOf(property.Instance),
        _ => null,
    };

    private static bool Derives(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is INamedTypeSymbol { IsGenericType: false } named && named.Name == name && StrategyExpression.IsRuntime(named))
            {
                return true;
            }
        }

        return false;
    }
}
