using System;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Parsing;
using HyperTune.Generators.Roslyn;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Hints;

/// <summary>A study's value of a parameter as the initializer that a fix writes.</summary>
internal static class HintLiteral
{
    /// <summary>A C# expression of the member's type; null where the value is none of it, or no simple expression is known.</summary>
    /// <param name="parameter">A member with a single distribution.</param>
    /// <param name="value">The vector value.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static string? Of(ParameterDeclaration parameter, double value, CancellationToken cancellationToken)
    {
        DistributionDeclaration declared = parameter.Distributions[0];
        if (!declared.IsList)
        {
            bool isInteger = parameter.Kind.IsInteger();
            return (isInteger && value != Math.Floor(value)) || Misfit.Find(parameter, declared, isInteger ? (object)(long)value : value) is not null
                ? null
                : Number(parameter, value);
        }

        DistributionModel distribution = DistributionParser.Parse(parameter);
        if (!(value >= 0 && value < distribution.Values.Count) || value != Math.Floor(value))
        {
            return null;
        }

        ConstantModel constant = distribution.Values[(int)value];
        return constant.Value switch
        {
            { IsNull: true } => "null",
            { Kind: ValueKind.Enum } => constant is { Member: { } member, IsMemberObsolete: false } && WrittenType(parameter, cancellationToken) is { } type
                ? $"{type}.{Identifiers.Escape(member)}"
                : null,
            { Kind: ValueKind.Boolean } known => Literals.Boolean(known.Flag),
            { Kind: ValueKind.String } known => Literals.String(known.Text),
            { Kind: ValueKind.Char } known => Literals.Char(known.Character),
            var known => known.ToNumber() is { } number ? Number(parameter, number) : null,
        };
    }

    /// <summary>Whether a member's default is known to be a vector value already.</summary>
    public static bool IsDefault(ParameterDeclaration parameter, double value)
    {
        DistributionModel distribution = DistributionParser.Parse(parameter);
        if (DefaultParser.Parse(parameter, distribution).Constant is not { } constant)
        {
            return false;
        }

        return distribution.IsList
            ? value >= 0 && value < distribution.Values.Count && ConstantValue.ByValue.Equals(distribution.Values[(int)value].Value, constant.Value)
            : constant.Value.ToNumber() is { } number && parameter.Kind.Hold(number) == parameter.Kind.Hold(value);
    }

    // The name TimeSpan is known to be in scope where the default uses it.
    private static string? Number(ParameterDeclaration parameter, double value)
        => parameter.Kind == ValueKind.TimeSpan && parameter.Default.Syntax?.ToString().StartsWith("TimeSpan.", StringComparison.Ordinal) != true
            ? null
            : NumberText.Expression(value, parameter.Kind);

    // The enum as the member names it, so that the usings that are there suffice.
    private static string? WrittenType(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        TypeSyntax? type = parameter.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax argument => argument.Type,
            _ => null,
        };
        return (type is NullableTypeSyntax nullable ? nullable.ElementType : type)?.ToString();
    }
}
