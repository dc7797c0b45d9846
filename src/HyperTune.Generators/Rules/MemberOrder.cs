using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Rules;

/// <summary>The order of members in vectors.</summary>
internal static class MemberOrder
{
    /// <summary>The order of declaration, but each member behind those that it depends on. Members of a circle are left out.</summary>
    public static IEnumerable<ParameterDeclaration> ParentsFirst(ImmutableArray<ParameterDeclaration> parameters)
    {
        var waiting = new List<ParameterDeclaration>(parameters);
        while (waiting.FindIndex(parameter => !NeededBy(parameter, parameters).Any(waiting.Contains)) is >= 0 and var next)
        {
            yield return waiting[next];
            waiting.RemoveAt(next);
        }
    }

    /// <summary>The members that a member depends on: the one that decides whether it exists, and those at whose values its range ends.</summary>
    public static IEnumerable<ParameterDeclaration> NeededBy(ParameterDeclaration parameter, ImmutableArray<ParameterDeclaration> siblings)
    {
        if (ConditionRules.Parent(parameter, siblings) is { } parent)
        {
            yield return parent;
        }

        foreach (BoundDeclaration bound in parameter.Bounds)
        {
            if (BoundRules.Other(bound, siblings) is { } other)
            {
                yield return other;
            }
        }
    }
}
