using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Roslyn;
using HyperTune.Spaces.Parameters;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Rules;

/// <summary>HT2003, HT2006, HT2007, HT2008, HT2017: the values of a list.</summary>
internal static class ChoiceRules
{
    public static IEnumerable<Finding> Check(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        if (FindNoValues(parameter, distribution, cancellationToken) is { } noValues)
        {
            yield return noValues;
            yield break;
        }

        for (int i = 0; i < distribution.Values.Length; i++)
        {
            // Several values of a wrong type are one mistake: the type of the property or of the list.
            if (FindWrongType(parameter, distribution, i, cancellationToken) is { } wrongType)
            {
                yield return wrongType;
                yield break;
            }
        }

        var seen = new HashSet<ConstantValue>(ConstantValue.ByValue);
        for (int i = 0; i < distribution.Values.Length; i++)
        {
            if (!seen.Add(ConstantConversion.Convert(parameter, distribution.Values[i])!.Value))
            {
                int position = i;
                yield return new Finding(
                    RangeDescriptors.DuplicateChoice,
                    () => distribution.GetValueLocation(position, cancellationToken),
                    [Text(distribution.Values[i]), parameter.MemberName]);
            }
            else if (parameter.Kind == ValueKind.Enum && !IsMember(parameter.UnderlyingType, distribution.Values[i]))
            {
                int position = i;
                yield return new Finding(
                    RangeDescriptors.UnnamedEnumValue,
                    () => distribution.GetValueLocation(position, cancellationToken),
                    [Text(distribution.Values[i]), parameter.MemberName, parameter.TypeName]);
            }
        }
    }

    // Of flags, any union of members is one.
    private static bool IsMember(ITypeSymbol type, TypedConstant value)
    {
        if (value.IsNull)
        {
            return true;
        }

        IFieldSymbol[] members = [.. ConstantConversion.EnumFields(type)];
        ulong bits = FlagMembers.Bits(value.Value);
        return members.Any(member => Equals(member.ConstantValue, value.Value)) || (FlagMembers.IsFlags(type) && (FlagMembers.Union(members) & bits) == bits && bits != 0);
    }

    /// <summary>The values that a valid list or a listless bool or enum can have, converted.</summary>
    public static HashSet<ConstantValue> AllowedValues(ParameterDeclaration parameter, DistributionDeclaration distribution)
        => new(
            distribution.Values.IsEmpty
                ? ConstantConversion.AllValues(parameter)
                : distribution.Values.Select(value => ConstantConversion.Convert(parameter, value)!.Value),
            ConstantValue.ByValue);

    /// <summary>A constant as C#.</summary>
    public static string Text(TypedConstant constant) => constant.IsNull ? "null" : constant.ToCSharpString();

    /// <summary>The values of a list as C#, as far as they fit into a message.</summary>
    public static string ListedText(DistributionDeclaration distribution)
    {
        const int Most = 8;
        string text = string.Join(", ", distribution.Values.Take(Most).Select(Text));
        return distribution.Values.Length > Most ? $"{text} and {distribution.Values.Length - Most} more" : text;
    }

    private static Finding? FindNoValues(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        if (!distribution.Values.IsEmpty)
        {
            return null;
        }

        string? reason = (distribution.Kind, parameter.Kind) switch
        {
            (DistributionKind.Choice, ValueKind.Boolean) => null,
            (_, ValueKind.Enum) => ConstantConversion.EnumFields(parameter.UnderlyingType).Any() ? null : $"the enum '{parameter.TypeName}' has no members",
            (DistributionKind.Ordinal, _) => "list at least one, in their order; only on an enum may they be left out",
            _ => "list at least one; only on a bool or an enum may they be left out",
        };
        return reason is null
            ? null
            : new Finding(
                RangeDescriptors.NoChoices,
                () => distribution.GetLocation(cancellationToken),
                [distribution.DisplayName, parameter.MemberName, reason]);
    }

    private static Finding? FindWrongType(ParameterDeclaration parameter, DistributionDeclaration distribution, int position, CancellationToken cancellationToken)
    {
        TypedConstant constant = distribution.Values[position];
        if (ConstantConversion.Convert(parameter, constant) is not null)
        {
            return null;
        }

        bool isNotFinite = parameter.Kind.IsNumeric() && !parameter.Kind.IsInteger()
            && constant is
            {
                Kind: TypedConstantKind.Primitive,
                Value: double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity,
            };
        return isNotFinite
            ? new Finding(
                RangeDescriptors.BoundNotFinite,
                () => distribution.GetValueLocation(position, cancellationToken),
                ["value", parameter.MemberName, Text(constant)])
            : new Finding(
                RangeDescriptors.ChoiceOfWrongType,
                () => distribution.GetValueLocation(position, cancellationToken),
                [Text(constant), parameter.MemberName, Allowed(parameter)]);
    }

    /// <summary>What a value of the parameter must be, in words.</summary>
    public static string Allowed(ParameterDeclaration parameter)
    {
        string text = parameter.Kind switch
        {
            ValueKind.Boolean => "true or false",
            ValueKind.String => "a string",
            ValueKind.Enum => $"a value of the enum '{parameter.TypeName}'",
            ValueKind.TimeSpan => $"a number of seconds, at most {NumberText.Of(NumberLimits.MaximumSeconds)} in magnitude",
            ValueKind.Double or ValueKind.Decimal => $"a number that fits into {parameter.TypeName}",
            ValueKind.Char => "a character",
            ValueKind.Half => $"a number from {NumberText.Of(-HalfNumber.Maximum)} to {NumberText.Of(HalfNumber.Maximum)}",
            ValueKind.Single => $"a number from {NumberText.Of(-float.MaxValue)} to {NumberText.Of(float.MaxValue)}",
            _ => $"a whole number from {Whole(ConstantConversion.IntegerLimits(parameter.Kind).Low)} to {Whole(ConstantConversion.IntegerLimits(parameter.Kind).High)}",
        };
        return parameter.IsNullable ? text + " or null" : text;
    }

    private static string Whole(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
