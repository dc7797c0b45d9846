using HyperTune.Spaces.Distributions;
using HyperTune.Spaces.Parameters;

namespace HyperTune;

/// <summary>An end of a parameter's range that depends on another parameter: the value is not above, or not below, that of the other.</summary>
public sealed class ParameterBound
{
    private readonly Func<double, double>? _hold;

    private ParameterBound(Parameter other, bool isUpper)
    {
        ArgumentNullException.ThrowIfNull(other);
        Other = other;
        IsUpper = isUpper;
        _hold = HeldNumber.HolderOf(Nullable.GetUnderlyingType(other.ValueType) ?? other.ValueType);
    }

    /// <summary>The parameter whose value is the end. It comes before those that it bounds in the space's vectors.</summary>
    public Parameter Other { get; }

    /// <summary>Whether the value is not above that of <see cref="Other"/>; otherwise it is not below.</summary>
    public bool IsUpper { get; }

    /// <summary>The value is not above that of another parameter.</summary>
    /// <param name="other">The other parameter; one with a range.</param>
    public static ParameterBound NotAbove(Parameter other) => new(other, isUpper: true);

    /// <summary>The value is not below that of another parameter.</summary>
    /// <param name="other">The other parameter; one with a range.</param>
    public static ParameterBound NotBelow(Parameter other) => new(other, isUpper: false);

    /// <summary>The bound in words, for instance <c>not above Layers</c>.</summary>
    public override string ToString() => $"not {(IsUpper ? "above" : "below")} {Other.Name}";

    internal string Canonical => $"{(IsUpper ? "<=" : ">=")}{Other.Name}";

    /// <summary>Whether a value keeps to the bound, as the type holds both.</summary>
    /// <param name="value">A vector value.</param>
    /// <param name="limit">The vector value of <see cref="Other"/>; not a number where that does not exist.</param>
    internal bool Allows(double value, double limit)
    {
        (double held, double end) = _hold is null ? (value, limit) : (_hold(value), _hold(limit));
        return IsUpper ? !(held > end) : !(held < end);
    }

    /// <summary>What the bound leaves of a distribution.</summary>
    internal RangeWindow Of(Distribution distribution, double limit) => IsUpper ? RangeWindow.UpTo(distribution, limit) : RangeWindow.From(distribution, limit);
}
