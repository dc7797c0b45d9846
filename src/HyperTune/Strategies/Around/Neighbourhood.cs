using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HyperTune.Strategies.Around;

/// <summary>The part of a space that lies around one of its vectors.</summary>
internal static class Neighbourhood
{
    /// <summary>Cuts each range to what is near.</summary>
    /// <param name="space">The space.</param>
    /// <param name="center">A vector that it contains.</param>
    /// <param name="radius">How far a value may be away, in shares of the parameter's distribution.</param>
    /// <param name="freesCategories">Whether values without an order are left open.</param>
    /// <returns>A part of the space that contains the vector. Parameters that do not exist in the vector are left open.</returns>
    public static SearchSpace Of(SearchSpace space, ReadOnlySpan<double> center, double radius, bool freesCategories)
    {
        var parts = new Distribution[space.DimensionCount];
        foreach (Parameter parameter in space.Parameters)
        {
            parts[parameter.Index] = Near(parameter, center[parameter.Index], radius, freesCategories);
        }

        // A value that bounds another one has to leave all of that one's part. What is bounded comes later, and may bound others itself.
        foreach (Parameter parameter in space.Parameters.Reverse())
        {
            if (parameter.Bound is { } bound && !double.IsNaN(center[parameter.Index]) && !double.IsNaN(center[bound.Other.Index]))
            {
                ref Distribution limit = ref parts[bound.Other.Index];
                Distribution own = parts[parameter.Index];
                limit = (bound.IsUpper ? limit.Narrow(own.Low, limit.High) : limit.Narrow(limit.Low, own.High)) ?? limit;
            }
        }

        return space.WithDistributions(ImmutableCollectionsMarshal.AsImmutableArray(parts));
    }

    private static Distribution Near(Parameter parameter, double value, double radius, bool freesCategories)
    {
        Distribution whole = parameter.Distribution;
        if (double.IsNaN(value) || whole.IsConstant)
        {
            return whole;
        }

        // The keys of an order mean something only beside each other.
        if (whole.IsCategorical || parameter.Keys is not null)
        {
            return freesCategories ? whole : whole.Narrow(value, value) ?? whole;
        }

        double place = whole.ToUnit(value);
        double low = place - radius <= 0 ? whole.Low : whole.FromUnit(place - radius);
        double high = place + radius >= 1 ? whole.High : whole.FromUnit(place + radius);
        try
        {
            return whole.Narrow(Math.Min(low, value), Math.Max(high, value)) ?? whole;
        }
        catch (ArgumentOutOfRangeException)
        {
            // So far out in a tail that numbers cannot tell the values' probabilities from 0.
            return whole;
        }
    }
}
