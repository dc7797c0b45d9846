using System.Collections.Immutable;
using HyperTune.Spaces.Distributions;
using HyperTune.Spaces.Parameters;

namespace HyperTune;

/// <content>What the values of several parameters mean together: keys of orders, and ranges that end at other values.</content>
public abstract partial class SearchSpace
{
    private ImmutableArray<RankedKeys> _keys = [];
    private ImmutableArray<Parameter> _bounded = [];

    /// <summary>Brings values that mean something only together into their one form, in place: the keys of permutations.</summary>
    internal void Settle(Span<double> vector)
    {
        foreach (RankedKeys keys in _keys)
        {
            keys.Rank(vector, _offset);
        }
    }

    /// <summary>Brings each value that is beyond the value that bounds it to the end that is left of its range, in place.</summary>
    /// <param name="vector">A vector of the space.</param>
    internal void MoveWithinBounds(Span<double> vector)
    {
        while (FindBeyondBound(vector) is { } beyond)
        {
            vector[beyond.Index - _offset] = FromUnit(beyond, beyond.Bound!.IsUpper ? 1 : 0, vector);
        }
    }

    /// <summary>The first parameter whose value is beyond the value that bounds it; <see langword="null"/> where there is none.</summary>
    /// <param name="vector">A vector of the space.</param>
    internal Parameter? FindBeyondBound(ReadOnlySpan<double> vector)
    {
        foreach (Parameter parameter in _bounded)
        {
            if (!parameter.Bound!.Allows(vector[parameter.Index - _offset], LimitOf(parameter, vector)))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>The value of an active parameter at a place of its range, or of what another value leaves of it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="unit">The place, in [0, 1].</param>
    /// <param name="vector">A vector of the space in which the values before the parameter's are set.</param>
    internal double FromUnit(Parameter parameter, double unit, ReadOnlySpan<double> vector)
        => parameter.Bound is null ? parameter.Distribution.FromUnit(unit) : WindowOf(parameter, vector).FromUnit(unit);

    /// <summary>What another value leaves of a parameter's range.</summary>
    /// <param name="parameter">A parameter with a bound.</param>
    /// <param name="vector">A vector of the space in which the values before the parameter's are set.</param>
    internal RangeWindow WindowOf(Parameter parameter, ReadOnlySpan<double> vector) => parameter.Bound!.Of(parameter.Distribution, LimitOf(parameter, vector));

    private double LimitOf(Parameter parameter, ReadOnlySpan<double> vector) => vector[parameter.Bound!.Other.Index - _offset];

    private void Relate(ImmutableArray<Parameter> parameters)
    {
        _keys = [.. parameters.Select(static parameter => parameter.Keys).OfType<RankedKeys>().Distinct()];
        _bounded = [.. parameters.Where(static parameter => parameter.Bound is not null)];
    }
}
