using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
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

    /// <summary>
    /// The member that the parameter belongs to, through nested spaces and their cases; null where the way to it is not in sight, as for the elements of lists.
    /// </summary>
    /// <param name="reader">Reads the spaces on the way.</param>
    /// <param name="declaring">The space that the member belongs to: for that of a case, the conditional space.</param>
    public ParameterDeclaration? Declared(DeclarationReader reader, out SpaceDeclaration? declaring)
    {
        declaring = null;
        var path = new Stack<string>();
        IOperation? step = Operation;
        while (step is IPropertyReferenceOperation { Property.IsStatic: false } property)
        {
            if (property.Property.IsIndexer)
            {
                return null;
            }

            path.Push(property.Property.Name);
            step = property.Instance is IConversionOperation conversion ? conversion.Operand : property.Instance;
        }

        SpaceDeclaration? space = declaring = reader.Read(Config);
        while (space is not null && path.Count > 0)
        {
            string name = path.Pop();
            if (space.Cases.FirstOrDefault(inner => inner.Type.Name == name) is { } inner)
            {
                space = inner;
                continue;
            }

            ParameterDeclaration? declared = space.Parameters.Concat(space.Inherited).FirstOrDefault(parameter => parameter.MemberName == name);
            if (path.Count == 0 || declared is not { Kind: ValueKind.Space, Repeat: null, UnderlyingType: INamedTypeSymbol nested })
            {
                return path.Count == 0 && declared is { Repeat: null, Distributions.IsEmpty: false } ? declared : null;
            }

            space = declaring = reader.Read(nested);
        }

        return null;
    }

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
