using System.Collections.Immutable;

namespace HyperTune;

/// <summary>A parameter whose values are listed, with an order among them or without.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class ChoiceParameter<T> : Parameter<T>
{
    /// <summary>Creates a parameter; called by generated code.</summary>
    /// <param name="name">The dotted path from the root of the space.</param>
    /// <param name="index">The zero-based place in the space's vectors.</param>
    /// <param name="distribution">The values and how likely each is.</param>
    /// <param name="defaultValue">The default as a vector value.</param>
    /// <param name="fromVector">Turns a vector value into a value.</param>
    /// <param name="toVector">Turns a value into a vector value, NaN for a value the parameter does not know.</param>
    /// <param name="condition">When the parameter exists; <see langword="null"/> for always.</param>
    /// <exception cref="ArgumentException">The values of the distribution are not listed.</exception>
    public ChoiceParameter(
        string name,
        int index,
        Distribution distribution,
        double defaultValue,
        Func<double, T> fromVector,
        Func<T, double> toVector,
        ParameterCondition? condition = null)
        : base(name, index, distribution, defaultValue, fromVector, toVector, condition)
    {
        if (distribution.Labels.IsEmpty)
        {
            throw new ArgumentException("The values of the distribution are not listed: use RangeParameter<T>.", nameof(distribution));
        }
    }

    /// <summary>The listed values, in the order of their vector values 0, 1, 2, ...</summary>
    public ImmutableArray<T> Values => [.. Distribution.Labels.Select((_, index) => FromVector(index))];

    /// <summary>Leaves the parameter some of its values.</summary>
    /// <param name="values">The values to keep; at least one.</param>
    /// <returns>What a space's <c>Narrow</c> takes.</returns>
    /// <exception cref="ArgumentException">No values are given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is none of the parameter's values.</exception>
    public Narrowing Only(params T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] kept = [.. values.Select(IndexOf)];
        return ((ListDistribution)Distribution).Keep(kept) is { } list
            ? new Narrowing(this, list)
            : throw new ArgumentException($"Say which values '{Name}' keeps. Allowed: {Range}.", nameof(values));
    }

    private protected override Parameter<T> Create(Distribution distribution, double defaultValue, ParameterCondition? condition)
        => new ChoiceParameter<T>(Name, Index, distribution, defaultValue, Conversions.FromVector, Conversions.ToVector, condition)
        {
            PropertyName = PropertyName,
            Description = Description,
            Bound = Bound,
            Keys = Keys,
            WholeOrNull = Whole,
        };

    private int IndexOf(T value) => ToVector(value) is var index && Distribution.Contains(index)
        ? (int)index
        : throw new ArgumentOutOfRangeException("values", value, $"{Text(value)} is none of the values of '{Name}'. Allowed: {Range}.");
}
