using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Parsing;

/// <summary>The order of members in vectors.</summary>
internal static class MemberOrder
{
    /// <summary>The order of declaration, but each member behind the one that decides whether it exists. Members of a circle are left out.</summary>
    public static IEnumerable<ParameterDeclaration> ParentsFirst(ImmutableArray<ParameterDeclaration> parameters)
    {
        var waiting = new List<ParameterDeclaration>(parameters);
        while (waiting.FindIndex(parameter => !WaitsFor(parameter, waiting)) is >= 0 and var next)
        {
            yield return waiting[next];
            waiting.RemoveAt(next);
        }
    }

    private static bool WaitsFor(ParameterDeclaration parameter, List<ParameterDeclaration> waiting)
        => parameter.When is { ParameterName: { } parent } && waiting.Any(other => other.MemberName == parent);
}
