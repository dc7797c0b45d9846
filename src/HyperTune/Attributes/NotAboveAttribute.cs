namespace HyperTune;

/// <summary>
/// Lets a range end at the value of another parameter of the same type: the parameter is drawn from its own range as far as that is not above the other.
/// </summary>
/// <remarks>
/// <para>
/// Beside <c>[Uniform]</c> or <c>[LogUniform]</c>, on a number or a <see cref="TimeSpan"/>. Every draw keeps to it, because places in the range are places in
/// what the other leaves of it; no draw is thrown away. Where the other does not exist, the range is whole. Without an initializer the default is the low end.
/// </para>
/// <para>What studies and files hold is the parameter's value itself, within the bounds that are written.</para>
/// </remarks>
/// <example><c>[Uniform(1, 64), NotAbove(nameof(Layers))] public int Heads { get; init; } = 1;</c></example>
/// <param name="parameter">
/// The other property, by <see langword="nameof"/>: one with a range, of the same type (whole numbers and <see cref="double"/> may be mixed). It may itself
/// depend on another one, but not on this one, and is nowhere below the low bound of this one.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NotAboveAttribute(string parameter) : Attribute
{
    /// <summary>The name of the other property.</summary>
    public string Parameter { get; } = parameter;
}
