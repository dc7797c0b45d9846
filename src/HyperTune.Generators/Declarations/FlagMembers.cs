using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>The members of an enum of flags.</summary>
internal static class FlagMembers
{
    /// <summary>Whether the enum is one of flags.</summary>
    public static bool IsFlags(ITypeSymbol type) => type.HasAttribute("FlagsAttribute");

    /// <summary>The members that are a single flag, of several names for one the first, in the order of their declaration.</summary>
    public static ImmutableArray<IFieldSymbol> Single(ITypeSymbol type)
    {
        var members = ImmutableArray.CreateBuilder<IFieldSymbol>();
        var seen = new HashSet<ulong>();
        foreach (IFieldSymbol field in ConstantConversion.EnumFields(type))
        {
            ulong bits = Bits(field.ConstantValue);
            if (bits != 0 && (bits & (bits - 1)) == 0 && seen.Add(bits))
            {
                members.Add(field);
            }
        }

        return members.ToImmutable();
    }

    /// <summary>All flags that some members have.</summary>
    public static ulong Union(IEnumerable<IFieldSymbol> members) => members.Aggregate(0UL, static (union, member) => union | Bits(member.ConstantValue));

    /// <summary>The flags of a value of an enum, given as its underlying integer.</summary>
    public static ulong Bits(object? value) => value switch
    {
        // A sign would become more flags in a wider integer.
        sbyte signed => unchecked((byte)signed),
        short signed => unchecked((ushort)signed),
        int signed => unchecked((uint)signed),
        long signed => unchecked((ulong)signed),
        _ => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
    };
}
