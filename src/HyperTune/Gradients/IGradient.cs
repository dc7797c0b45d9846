namespace HyperTune;

/// <summary>
/// The derivatives of an objective with respect to the continuous parameters of a config. The generator writes a record <c>Gradient</c> that implements it
/// for every search space with continuous parameters.
/// </summary>
/// <typeparam name="TConfig">The config type.</typeparam>
public interface IGradient<TConfig>
{
    /// <summary>Writes the derivatives in the order of the space's vectors; NaN where none is known and for every parameter that is not continuous.</summary>
    /// <param name="vector">Receives the derivatives; at least as long as the space has parameters.</param>
    void WriteTo(Span<double> vector);
}
