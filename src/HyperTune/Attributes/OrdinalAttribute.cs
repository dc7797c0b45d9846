namespace HyperTune;

/// <summary>
/// Draws one of the given values, each equally likely. Unlike <see cref="ChoiceAttribute"/> it says that the order of the values means something:
/// strategies expect neighbours to behave alike.
/// </summary>
/// <param name="values">
/// The values in their order: constants of the property's type, all different. An enum without values is drawn from all its members, in the order of their
/// declaration.
/// </param>
public sealed class OrdinalAttribute(params object?[]? values) : DistributionAttribute
{
    /// <summary>The values in their order.</summary>
    public IReadOnlyList<object?> Values { get; } = values ?? [null];
}
