using System.Collections.Immutable;

namespace HyperTune.Spaces.Comparison;

/// <summary>What a search space means, without its config type; can be kept in a storage and compared with later versions of the space.</summary>
internal sealed record SpaceOutline(string Fingerprint, ImmutableArray<ParameterOutline> Parameters)
{
    /// <summary>Whether some vectors are not allowed, by code that no storage keeps; <see langword="null"/> where that is not known.</summary>
    public bool? HasConstraints { get; init; }

    /// <summary>Names and distributions as a text: equal texts, equal values of the same parameters.</summary>
    public string Canonical => string.Concat(Parameters.Select(static parameter => $"{parameter.Name.Length}:{parameter.Name}={parameter.Distribution.Canonical}\n"));

    /// <summary>How <paramref name="after"/> differs from <paramref name="before"/>: first what was removed, then the rest in the order of parameters.</summary>
    public static ImmutableArray<SpaceDifference> Compare(SpaceOutline before, SpaceOutline after)
    {
        Dictionary<string, ParameterOutline> earlier = before.Parameters.ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
        HashSet<string> kept = after.Parameters.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. before.Parameters
                .Where(parameter => !kept.Contains(parameter.Name))
                .Select(static parameter => new SpaceDifference(SpaceDifferenceKind.Removed, parameter.Name, parameter.Distribution.ToString(), "")),
            .. after.Parameters.SelectMany(parameter => earlier.TryGetValue(parameter.Name, out ParameterOutline? old)
                ? parameter.CompareWith(old)
                : [new SpaceDifference(SpaceDifferenceKind.Added, parameter.Name, "", parameter.Distribution.ToString())]),
        ];
    }
}
