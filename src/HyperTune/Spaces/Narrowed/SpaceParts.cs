using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;

namespace HyperTune.Spaces.Narrowed;

/// <summary>Makes parts of search spaces, and says what they are.</summary>
internal static class SpaceParts
{
    /// <summary>The part of a space that satisfies all of some narrowings.</summary>
    /// <exception cref="ArgumentException">A parameter is none of the space's, or two narrowings leave it no value.</exception>
    public static SearchSpace Narrow(SearchSpace space, IEnumerable<Narrowing> narrowings)
    {
        ImmutableArray<Distribution>.Builder distributions = DistributionsOf(space);
        foreach (Narrowing narrowing in narrowings)
        {
            foreach (Parameter parameter in ParametersOf(narrowing, space.Whole))
            {
                if (parameter.Keys is not null)
                {
                    throw new ArgumentException($"'{parameter.Name}' is a key of an order, which means something only beside the others: it cannot be narrowed.");
                }

                Distribution before = distributions[parameter.Index];
                Distribution left = Intersect(before, narrowing.Distribution)
                    ?? throw new ArgumentException($"Nothing is left of '{parameter.Name}' in search space '{space.Name}': {before} and {narrowing.Distribution} have no value in common.");
                distributions[parameter.Index] = left.Canonical == before.Canonical ? before : left;
            }
        }

        ImmutableArray<Distribution> narrowed = distributions.MoveToImmutable();
        ThrowIfNothingIsLeft(space, narrowed);
        return narrowed.SequenceEqual(space.Parameters.Select(static parameter => parameter.Distribution)) ? space : space.WithDistributions(narrowed);
    }

    /// <summary>What two parts of the same space have in common.</summary>
    /// <exception cref="ArgumentException">They are of different spaces, or have no value of a parameter in common.</exception>
    public static SearchSpace Intersect(SearchSpace space, SearchSpace part)
    {
        if (!ReferenceEquals(space.Whole, part.Whole))
        {
            throw new ArgumentException($"The space '{part.Name}' is no part of the search space '{space.Name}' of the study: narrow that one.");
        }

        return Narrow(space, part.Parameters.Where(IsNarrowed).Select(static parameter => new Narrowing(parameter, parameter.Distribution)));
    }

    /// <summary>The part of a space in which only some parameters are open. The others have the values of a vector or, where it has none, their defaults.</summary>
    /// <param name="space">The space.</param>
    /// <param name="open">The indices of the open parameters.</param>
    /// <param name="vector">A vector of the space.</param>
    public static SearchSpace FixAllBut(SearchSpace space, IReadOnlySet<int> open, ReadOnlySpan<double> vector)
    {
        ImmutableArray<Distribution>.Builder distributions = DistributionsOf(space);
        foreach (Parameter parameter in space.Parameters)
        {
            double value = double.IsNaN(vector[parameter.Index]) ? parameter.DefaultValue : vector[parameter.Index];
            if (!open.Contains(parameter.Index) && !parameter.Distribution.IsConstant && parameter.Distribution.Narrow(value, value) is { } single)
            {
                distributions[parameter.Index] = single;
            }
        }

        foreach (Parameter parameter in space.Parameters.Where(parameter => parameter.Bound is not null && distributions[parameter.Index].IsConstant))
        {
            // An open value that bounds a fixed one has to leave it.
            Distribution limit = distributions[parameter.Bound!.Other.Index];
            double value = distributions[parameter.Index].FromUnit(0.5);
            Distribution? left = parameter.Bound.IsUpper ? limit.Narrow(value, limit.FromUnit(1)) : limit.Narrow(limit.FromUnit(0), value);
            distributions[parameter.Bound.Other.Index] = limit.IsConstant ? limit : left ?? limit;
        }

        return space.WithDistributions(distributions.MoveToImmutable());
    }

    /// <summary>The narrowed parameters of a space, as a storage keeps them; none for a whole space.</summary>
    public static SpaceOutline Describe(SearchSpace space) => new(
        space.Fingerprint,
        [.. space.Parameters.Where(IsNarrowed).Select(static parameter => new ParameterOutline(parameter.Name, parameter.Distribution, ""))]);

    /// <summary>
    /// The values that all configs of a part have in common, as a vector: those of parameters that have a single value and exist in any case. The others' are
    /// not a number.
    /// </summary>
    public static double[] CommonValues(SearchSpace space)
    {
        double[] vector = new double[space.DimensionCount];
        foreach (Parameter parameter in space.Parameters)
        {
            vector[parameter.Index] = parameter.Distribution.IsConstant && parameter.IsActive(vector) ? parameter.Distribution.FromUnit(0.5) : double.NaN;
        }

        return vector;
    }

    /// <summary>
    /// The part of a space that <see cref="Describe"/> has described. Where the space was changed since, what is described beyond it, or of parameters that it
    /// has no longer, says nothing.
    /// </summary>
    public static SearchSpace Restore(SearchSpace whole, SpaceOutline? described)
    {
        ImmutableArray<Distribution>.Builder distributions = DistributionsOf(whole);
        foreach (ParameterOutline outline in described?.Parameters ?? [])
        {
            if (whole.FindParameter(outline.Name) is { } parameter
                && Restore(parameter.Distribution, outline.Distribution) is { } part
                && part.Canonical != parameter.Distribution.Canonical)
            {
                distributions[parameter.Index] = part;
            }
        }

        return whole.WithDistributions(distributions.MoveToImmutable());
    }

    // Of a range that ends at another value something has to be left, whatever that is.
    private static void ThrowIfNothingIsLeft(SearchSpace space, ImmutableArray<Distribution> distributions)
    {
        foreach (Parameter parameter in space.Parameters.Where(static parameter => parameter.Bound is not null))
        {
            Distribution own = distributions[parameter.Index];
            Distribution limit = distributions[parameter.Bound!.Other.Index];
            bool isLeft = parameter.Bound.IsUpper ? own.FromUnit(0) <= limit.FromUnit(0) : own.FromUnit(1) >= limit.FromUnit(1);
            if (!isLeft)
            {
                throw new ArgumentException(
                    $"'{parameter.Name}' is {parameter.Bound}, so that {own} leaves it nothing for some values of '{parameter.Bound.Other.Name}', {limit}: narrow both.");
            }
        }
    }

    private static IReadOnlyList<Parameter> ParametersOf(Narrowing narrowing, SearchSpace whole)
        => ElementNames.Find(whole, narrowing.Parameter) is { Count: > 0 } found
            ? found
            : throw new ArgumentException(
                $"'{narrowing.Parameter.Name}' is a parameter of another search space than '{whole.Name}': narrow it there, or name the one of '{whole.Name}'.");

    private static Distribution? Restore(Distribution whole, Distribution described) => (whole, described) switch
    {
        // By their labels, as the list may have another order now.
        (ListDistribution now, ListDistribution then) => now.Keep(then.KeptLabels.Select(label => now.Labels.IndexOf(label))),
        (ListDistribution, _) or (_, ListDistribution) => null,
        _ => Intersect(whole, described),
    };

    private static bool IsNarrowed(Parameter parameter) => !ReferenceEquals(parameter.Distribution, parameter.Whole.Distribution);

    private static Distribution? Intersect(Distribution distribution, Distribution part)
    {
        try
        {
            return distribution.Intersect(part);
        }
        catch (ArgumentOutOfRangeException)
        {
            // So far out in a tail that numbers cannot tell the values' probabilities from 0.
            return null;
        }
    }

    private static ImmutableArray<Distribution>.Builder DistributionsOf(SearchSpace space)
    {
        var distributions = ImmutableArray.CreateBuilder<Distribution>(space.DimensionCount);
        distributions.AddRange(space.Parameters.Select(static parameter => parameter.Distribution));
        return distributions;
    }
}
