using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Rules;

/// <summary>One more element of a tuned list, as a fix writes it: a value that can be drawn.</summary>
internal static class ElementText
{
    /// <summary>A C# expression of the elements' type, or null where no simple one is known.</summary>
    public static string? Of(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (parameter.Kind == ValueKind.Space)
        {
            // Of a space with a member of that name the descriptor is elsewhere.
            return parameter.UnderlyingType.GetMembers("Space").All(static member => member is IPropertySymbol { IsStatic: true })
                ? WrittenType(parameter, cancellationToken) + ".Space.Default"
                : null;
        }

        DistributionDeclaration distribution = parameter.Distributions[0];
        return distribution.IsList ? OfList(parameter, distribution)
            : parameter.Kind.IsNumeric() ? NumberText.Expression(OfRange(parameter, distribution), parameter.Kind)
            : null;
    }

    private static string? OfList(ParameterDeclaration parameter, DistributionDeclaration distribution)
    {
        if (distribution.Values.IsEmpty)
        {
            return parameter.Kind == ValueKind.Boolean ? "false" : $"{parameter.TypeName}.{ConstantConversion.EnumFields(parameter.UnderlyingType).First().Name}";
        }

        TypedConstant first = distribution.Values[0];
        return first.IsNull ? "null"
            : ConstantConversion.ToNumber(parameter.Kind, first.Value) is { } number && parameter.Kind.IsNumeric() ? NumberText.Expression(number, parameter.Kind)
            : first.ToCSharpString();
    }

    // The element's type as the list's type names it, so that the usings that are there suffice.
    private static string WrittenType(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        TypeSyntax? list = parameter.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax argument => argument.Type,
            _ => null,
        };
        list = list is NullableTypeSyntax nullable ? nullable.ElementType : list;
        return list switch
        {
            ArrayTypeSyntax array => array.ElementType.ToString(),
            GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].ToString(),
            _ => parameter.TypeName,
        };
    }

    // Zero, if it lies in the range.
    private static double OfRange(ParameterDeclaration parameter, DistributionDeclaration distribution)
        => Misfit.Find(parameter, distribution, 0.0) is not { } misfit ? 0 : misfit.Nearest ?? distribution.Mean ?? Misfit.Low(distribution);
}
