using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1005 and HT2014: whether the type can be tuned at all, and with the given distribution.</summary>
internal static class TypeRules
{
    public static Finding? FindUnsupported(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        // The elements of a list are there as often as its length says.
        bool isNullableElement = parameter is { Kind: ValueKind.Space, Repeat: not null, ValueType.IsValueType: true, IsNullable: true };
        return parameter.Kind != ValueKind.Unsupported && !isNullableElement
            ? null
            : new Finding(
                DeclarationDescriptors.UnsupportedParameterType,
                () => Places.DeclaredType(parameter.Symbol, cancellationToken),
                [parameter.MemberName, parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), Allowed(parameter)])
            {
                // A type that does not exist is the compiler's to report.
                IsReported = Exists(parameter.UnderlyingType),
            };
    }

    /// <summary>HT1001 and the like for the type of a nested space: what is wrong is reported there, but without its descriptor there is none around it.</summary>
    public static Finding? FindUnwritten(ParameterDeclaration parameter, CancellationToken cancellationToken)
        => parameter is { Kind: ValueKind.Space, UnderlyingType: INamedTypeSymbol space } && !space.HasGeneratedPart(cancellationToken)
            ? new Finding(DeclarationDescriptors.TypeMustBePartial, () => Places.Identifier(space), [space.Name, "SearchSpace"]) { IsReported = false }
            : null;

    private static string Allowed(ParameterDeclaration parameter)
        => parameter.Repeat is null && ListKinds.Of(parameter.Type).Kind != ListKind.None
            ? "a list needs [Repeat(minimum, maximum)] beside its distribution"
            : "allowed are double, float, Half, decimal, long, ulong, int, uint, short, ushort, byte, sbyte, bool, char, string, TimeSpan, enums and types marked with [SearchSpace]";

    /// <summary>Whether all parts of a type exist; if not, the compiler has said so.</summary>
    public static bool Exists(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Exists(array.ElementType),
        INamedTypeSymbol named => named.TypeKind != TypeKind.Error && named.TypeArguments.All(Exists),
        _ => true,
    };

    public static Finding? FindMismatch(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        string? reason = parameter.Kind switch
        {
            ValueKind.Space => "a nested search space brings its own distributions",
            _ when distribution.IsList || parameter.Kind.IsNumeric() => null,
            ValueKind.Char => "it is for numbers and time spans; list the characters in [Choice(...)]",
            ValueKind.String => "it is for numbers and time spans; list the strings in [Choice(...)]",
            _ => "it is for numbers and time spans; use [Choice]",
        };
        return reason is null
            ? null
            : new Finding(
                RangeDescriptors.DistributionNotForType,
                () => distribution.GetLocation(cancellationToken),
                [distribution.DisplayName, parameter.MemberName, parameter.TypeName, reason]);
    }

    /// <summary>Stands for arguments that do not bind, which the compiler reports.</summary>
    public static Finding Unreadable(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken) => new(
        RangeDescriptors.DistributionNotForType,
        () => distribution.GetLocation(cancellationToken),
        [distribution.DisplayName, parameter.MemberName, parameter.TypeName, "its arguments are not valid"])
    {
        IsReported = false,
    };
}
