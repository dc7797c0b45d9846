namespace HyperTune;

/// <summary>
/// Makes a parameter, a nested space or a list conditional: it exists only while another parameter of the same type has one of the given values, or a value
/// in a range. Where it does not exist, decoding leaves the property at its initializer.
/// </summary>
/// <example><c>[When(nameof(Augment), true), Uniform(0, 30)] public double MaxRotation { get; init; }</c></example>
/// <param name="parameter">
/// The deciding property, by <see langword="nameof"/>: a parameter of the same type, neither a nested space nor a list. It may be conditional itself.
/// </param>
/// <param name="values">The values of that property that make this one exist; none when <see cref="Low"/> or <see cref="High"/> decides.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WhenAttribute(string parameter, params object?[]? values) : Attribute
{
    /// <summary>The name of the deciding property.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>The values of the deciding property that make this one exist; empty when a range decides.</summary>
    public IReadOnlyList<object?> Values { get; } = values ?? [null];

    /// <summary>
    /// The smallest value of the deciding property, a number, that makes this one exist; seconds for a <see cref="TimeSpan"/>. It is compared in the
    /// property's own type: a <see cref="float"/> of <c>0.7f</c> reaches 0.7, although as a <see cref="double"/> it lies below.
    /// </summary>
    /// <value>The default is no lower limit. It cannot be combined with values.</value>
    public double Low { get; set; } = double.NegativeInfinity;

    /// <summary>
    /// The largest value of the deciding property, a number, that makes this one exist; seconds for a <see cref="TimeSpan"/>. It is compared like
    /// <see cref="Low"/>.
    /// </summary>
    /// <value>The default is no upper limit. It cannot be combined with values.</value>
    public double High { get; set; } = double.PositiveInfinity;
}
