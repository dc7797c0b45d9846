using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT2014, HT2018: what is made of several parameters fits its type and has a size.</summary>
internal static class CompositeRules
{
    /// <summary>The smallest number of items that can be ordered or shared.</summary>
    private const int FewestItems = 2;

    /// <summary>The largest one.</summary>
    private const int MostItems = 1000;

    private const string Lists = "ImmutableArray<T>, IReadOnlyList<T>, IList<T>, List<T> or T[]";

    /// <summary>What is wrong with the attribute; null also for any other distribution.</summary>
    public static Finding? Find(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (parameter.Composite is not { } composite)
        {
            return null;
        }

        if (!composite.IsReadable)
        {
            return TypeRules.Unreadable(parameter, composite, cancellationToken);
        }

        if (FindMismatch(parameter, composite) is { } mismatch)
        {
            return new Finding(
                RangeDescriptors.DistributionNotForType,
                () => composite.GetLocation(cancellationToken),
                [composite.DisplayName, parameter.MemberName, parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), mismatch])
            {
                IsReported = TypeRules.Exists(parameter.Type),
            };
        }

        return FindSize(parameter, composite) is { } size
            ? new Finding(
                RangeDescriptors.InvalidSize,
                () => composite.Kind == DistributionKind.Subset
                    ? composite.GetArgumentLocation(-1, nameof(DistributionDeclaration.Least), cancellationToken)
                    : composite.GetArgumentLocation(0, composite.Kind == DistributionKind.Permutation ? "length" : "count", cancellationToken),
                [composite.DisplayName, parameter.MemberName, size])
            : null;
    }

    private static string? FindMismatch(ParameterDeclaration parameter, DistributionDeclaration composite)
    {
        if (parameter.Repeat is not null)
        {
            return "several of them are no list that can be tuned; put one into a search space of its own and repeat that";
        }

        return composite.Kind switch
        {
            DistributionKind.Subset => FindNoFlags(parameter),
            DistributionKind.Permutation => FindNoItems(parameter),
            _ => parameter is { ListKind: not ListKind.None, Kind: ValueKind.Double, IsNullable: false } ? null : $"it is for a list of double: {Lists}",
        };
    }

    private static string? FindNoFlags(ParameterDeclaration parameter)
    {
        ITypeSymbol type = parameter.UnderlyingType;
        if (parameter is not { ListKind: ListKind.None, Kind: ValueKind.Enum } || !FlagMembers.IsFlags(type))
        {
            return "it is for an enum marked with [Flags]";
        }

        if (parameter.IsNullable)
        {
            return "a subset is never null; the empty one says that nothing is there";
        }

        ImmutableArray<IFieldSymbol> members = FlagMembers.Single(type);
        ulong all = FlagMembers.Union(members);
        return members.IsEmpty ? "the enum has no member that is a single flag"
            : ConstantConversion.EnumFields(type).FirstOrDefault(member => (FlagMembers.Bits(member.ConstantValue) & ~all) != 0) is { } odd
                ? $"its member '{odd.Name}' has a flag that is no member of its own"
            : FindAlike(members);
    }

    private static string? FindNoItems(ParameterDeclaration parameter)
    {
        if (parameter is not { ListKind: not ListKind.None, Kind: ValueKind.Int32 or ValueKind.Enum, IsNullable: false })
        {
            return $"it is for a list of int or of an enum: {Lists}";
        }

        return parameter.Kind != ValueKind.Enum ? null
            : ConstantConversion.AllValues(parameter).Count() < FewestItems ? "the enum has fewer than two members"
            : FindAlike(ConstantConversion.EnumFields(parameter.UnderlyingType));
    }

    // Each is the name of a parameter, which studies and files tell apart without regard to letter case.
    private static string? FindAlike(IEnumerable<IFieldSymbol> members)
        => members.GroupBy(static member => member.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static alike => alike.Count() > 1) is { } alike
            ? $"the names of its members '{string.Join("' and '", alike.Select(static member => member.Name))}' differ in letter case only"
            : null;

    private static string? FindSize(ParameterDeclaration parameter, DistributionDeclaration composite)
    {
        if (composite.Kind == DistributionKind.Subset)
        {
            int count = FlagMembers.Single(parameter.UnderlyingType).Length;
            return composite.Least < 0 || composite.Least > count / 2
                ? $"asks for at least {composite.Least} members: it must be a number from 0 to {count / 2}, half of those that '{parameter.TypeName}' has"
                : null;
        }

        return (parameter.Kind, composite.Length) switch
        {
            (ValueKind.Enum, { } length) => $"has the length {length}: an order of '{parameter.TypeName}' has all its members, so write [Permutation]",
            (ValueKind.Enum, null) => null,
            (_, null) => "has no length: say how many numbers there are, for instance [Permutation(8)]",
            (_, < FewestItems or > MostItems) => $"has the length {composite.Length}: it must be a number from {FewestItems} to {MostItems}",
            _ => null,
        };
    }
}
