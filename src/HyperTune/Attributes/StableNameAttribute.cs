namespace HyperTune;

/// <summary>
/// The name in studies and files of something that has no distribution to name it with: a nested space, a list, or a case of a conditional space. It
/// stays the same when the code is renamed.
/// </summary>
/// <param name="name">The stable name. It may not be blank or contain a dot or a bracket.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class)]
public sealed class StableNameAttribute(string name) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Name { get; } = name;
}
