namespace HyperTune.CompilerServices;

public readonly partial struct SpaceScope
{
    /// <summary>Creates a parameter over a range.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="index">The parameter's index, counted from this space's first parameter.</param>
    /// <param name="name">The parameter's own name.</param>
    /// <param name="distribution">The values and how likely each is.</param>
    /// <param name="fromVector">Turns a vector value into a value.</param>
    /// <param name="toVector">Turns a value into a vector value.</param>
    /// <param name="condition">When the parameter exists beyond this scope's own condition; <see langword="null"/> for this scope's.</param>
    /// <param name="inactive">The default as a vector value where the default point leaves the parameter inactive.</param>
    /// <param name="property">The config's property where it is not named like the parameter.</param>
    /// <param name="bound">The end that depends on another parameter; <see langword="null"/> for none.</param>
    /// <param name="description">What the user's documentation says of it.</param>
    public RangeParameter<T> Range<T>(
        int index,
        string name,
        Distribution distribution,
        Func<double, T> fromVector,
        Func<T, double> toVector,
        ParameterCondition? condition = null,
        double inactive = double.NaN,
        string? property = null,
        ParameterBound? bound = null,
        string? description = null)
        => new(Name(name), Index(index), distribution, Default(index, inactive), fromVector, toVector, condition ?? Condition)
        {
            PropertyName = property ?? Parameter.EndOf(name),
            Bound = bound,
            Description = description,
        };

    /// <summary>Creates a parameter over listed values.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="index">The parameter's index, counted from this space's first parameter.</param>
    /// <param name="name">The parameter's own name.</param>
    /// <param name="distribution">How likely each value is.</param>
    /// <param name="values">The values.</param>
    /// <param name="condition">When the parameter exists beyond this scope's own condition; <see langword="null"/> for this scope's.</param>
    /// <param name="inactive">The default as a vector value where the default point leaves the parameter inactive.</param>
    /// <param name="property">The config's property where it is not named like the parameter.</param>
    /// <param name="description">What the user's documentation says of it.</param>
    public ChoiceParameter<T> Choice<T>(
        int index,
        string name,
        ListDistribution distribution,
        ListedValues<T> values,
        ParameterCondition? condition = null,
        double inactive = double.NaN,
        string? property = null,
        string? description = null)
        => new(Name(name), Index(index), distribution, Default(index, inactive), values.Decode, values.Encode, condition ?? Condition)
        {
            PropertyName = property ?? Parameter.EndOf(name),
            Description = description,
        };

    /// <inheritdoc cref="Choice{T}(int, string, ListDistribution, ListedValues{T}, ParameterCondition?, double, string?, string?)"/>
    public ChoiceParameter<string> Choice(
        int index,
        string name,
        ListDistribution distribution,
        ListedStrings values,
        ParameterCondition? condition = null,
        double inactive = double.NaN,
        string? property = null,
        string? description = null)
        => new(Name(name), Index(index), distribution, Default(index, inactive), values.Decode, values.Encode, condition ?? Condition)
        {
            PropertyName = property ?? Parameter.EndOf(name),
            Description = description,
        };
}
