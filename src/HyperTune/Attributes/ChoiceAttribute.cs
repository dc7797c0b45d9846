namespace HyperTune;

/// <summary>Draws one of the given values, each equally likely and without any order among them.</summary>
/// <remarks>Without arguments, on a <see cref="bool"/> or an enum, every value is meant. On a <see cref="TimeSpan"/> the values are seconds.</remarks>
/// <param name="values">The values: constants of the property's type, all different. At least one unless the property is a bool or an enum.</param>
public sealed class ChoiceAttribute(params object?[]? values) : DistributionAttribute
{
    /// <summary>The values, in the order given; empty when every value of a bool or an enum is meant.</summary>
    public IReadOnlyList<object?> Values { get; } = values ?? [null];
}
