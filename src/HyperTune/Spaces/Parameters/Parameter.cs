using HyperTune.Spaces.Parameters;

namespace HyperTune;

/// <summary>One tunable dimension of a search space: its name, distribution, default and the condition under which it exists.</summary>
public abstract class Parameter
{
    private protected Parameter(string name, int index, Distribution distribution, double defaultValue, ParameterCondition? condition)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(distribution);
        Name = name;
        PropertyName = EndOf(name);
        Index = index;
        Distribution = distribution;
        DefaultValue = defaultValue;
        Condition = condition;
    }

    /// <summary>The dotted path from the root of the space, for instance <c>Optimizer.Adam.Beta1</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The config's property, which differs from the last part of <see cref="Name"/> where <see cref="DistributionAttribute.Name"/> gives another one.
    /// </summary>
    /// <value>The default is the last part of <see cref="Name"/>. Set by generated code.</value>
    public string PropertyName { get; init; }

    /// <summary>What the documentation comment of the config's property says in its summary, as plain text; for people who look at a study.</summary>
    /// <value>The default is <see langword="null"/>: it says nothing. Set by generated code.</value>
    public string? Description { get; init; }

    /// <summary>The zero-based place of the parameter's value in the space's vectors.</summary>
    public int Index { get; }

    /// <summary>The values and how likely each is.</summary>
    public Distribution Distribution { get; }

    /// <summary>The vector value at the space's default point; meaningful even where the default point leaves the parameter inactive.</summary>
    public double DefaultValue { get; }

    /// <summary>When the parameter exists; <see langword="null"/> for always.</summary>
    public ParameterCondition? Condition { get; }

    /// <summary>
    /// The end of the range that depends on another parameter; <see langword="null"/> where <see cref="Distribution"/> says all. It holds while the other
    /// parameter exists.
    /// </summary>
    /// <value>The default is <see langword="null"/>. Set by generated code.</value>
    public ParameterBound? Bound { get; init; }

    /// <summary>The keys of the permutation that this is a key of; <see langword="null"/> for any other parameter.</summary>
    internal RankedKeys? Keys { get; init; }

    /// <summary>The type of the values in the config.</summary>
    public abstract Type ValueType { get; }

    /// <summary>The unit of bounds and steps with a space before it; empty where the values are plain numbers or listed.</summary>
    private protected abstract string Unit { get; }

    /// <summary>The distribution in words with the unit of its bounds.</summary>
    internal string Range => Distribution.Labels.IsEmpty ? $"{Distribution}{Unit}" : $"{Distribution}";

    /// <summary>The distribution and the bound in words.</summary>
    internal string Allowed => Bound is null ? Range : $"{Range}, {Bound}";

    /// <summary>The value behind a vector value as invariant text, for instance <c>0.001</c> or <c>relu</c>.</summary>
    /// <param name="vectorValue">A vector value of this parameter; NaN gives <c>(inactive)</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The values are listed and <paramref name="vectorValue"/> is no index of the list.</exception>
    public abstract string Format(double vectorValue);

    /// <summary>Whether the parameter exists in the given vector.</summary>
    /// <param name="vector">A vector of the space in which the entries of this parameter's parents are already set.</param>
    public bool IsActive(ReadOnlySpan<double> vector) => Condition is null || Condition.IsMet(vector);

    /// <summary>The part of a name behind its last dot.</summary>
    internal static string EndOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>The parameter of the type's whole space, of which this one has some values only; the parameter itself where it has all.</summary>
    internal Parameter Whole => WholeOrNull ?? this;

    private protected Parameter? WholeOrNull { get; init; }

    /// <summary>The same parameter with some of its values.</summary>
    /// <param name="distribution">The values that are left, see <see cref="Distribution.Narrow"/>; a default that is none of them becomes the nearest one.</param>
    /// <param name="condition">The condition, on a parameter of the narrowed space; <see langword="null"/> for none.</param>
    internal abstract Parameter Narrowed(Distribution distribution, ParameterCondition? condition);

    /// <summary>The name, the distribution and the default in words.</summary>
    public override string ToString()
        => $"{Name}: {Allowed}; default {Format(DefaultValue)}{(Condition is null ? "" : $"; when {Condition}")}";
}
