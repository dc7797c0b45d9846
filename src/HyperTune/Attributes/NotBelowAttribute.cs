namespace HyperTune;

/// <summary>
/// Lets a range begin at the value of another parameter of the same type: the parameter is drawn from its own range as far as that is not below the other.
/// </summary>
/// <remarks>As <see cref="NotAboveAttribute"/>, for the other end. Without an initializer the default is the high end.</remarks>
/// <example><c>[Uniform(1, 64), NotBelow(nameof(Warm))] public int Epochs { get; init; } = 64;</c></example>
/// <param name="parameter">
/// The other property, by <see langword="nameof"/>: one with a range, of the same type (whole numbers and <see cref="double"/> may be mixed). It may itself
/// depend on another one, but not on this one, and is nowhere above the high bound of this one.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NotBelowAttribute(string parameter) : Attribute
{
    /// <summary>The name of the other property.</summary>
    public string Parameter { get; } = parameter;
}
