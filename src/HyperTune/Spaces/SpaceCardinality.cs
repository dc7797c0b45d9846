using System.Collections.Immutable;
using System.Numerics;

namespace HyperTune;

/// <summary>Counts the configs of a space along its tree of conditions: the points of the grid over all values.</summary>
internal static class SpaceCardinality
{
    /// <summary>The number of different configs, or <see langword="null"/> when a parameter is continuous.</summary>
    public static BigInteger? Of(ImmutableArray<Parameter> parameters)
    {
        if (parameters.Any(static parameter => parameter.Distribution.IsContinuous))
        {
            return null;
        }

        // The parameters of a nested space may depend on one outside of it; where only the nested space is looked at, they are there.
        HashSet<Parameter> own = [.. parameters];
        ILookup<Parameter?, Parameter> childrenOf = parameters.ToLookup(parameter => parameter.Condition?.Parent is { } parent && own.Contains(parent) ? parent : null);
        return GridNode.Product(childrenOf[null].Select(parameter
            => GridNode.Create(parameter, childrenOf, static axis => new GridAxis(axis.Distribution, points: null))));
    }
}
