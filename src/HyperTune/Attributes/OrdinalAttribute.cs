namespace HyperTune;

/// <summary>
/// Draws one of the given values, each equally likely. Unlike <see cref="ChoiceAttribute"/> it says that the order of the values means something:
/// strategies expect neighbours to behave alike.
/// </summary>
/// <param name="values">
/// The values in their order: constants of the property's type, all different. On an enum the values may be left out: then all its members are
/// drawn from, in the order in which they are declared.
/// </param>
public sealed class OrdinalAttribute(params object?[]? values) : DistributionAttribute
{
    /// <summary>The values in their order; empty when every member of an enum is meant.</summary>
    public IReadOnlyList<object?> Values { get; } = values ?? [null];
}
