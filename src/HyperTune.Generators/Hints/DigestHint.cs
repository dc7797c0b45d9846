using System.Collections.Immutable;

namespace HyperTune.Generators.Hints;

/// <summary>What a digest says about a parameter, or about the default of all of them.</summary>
/// <param name="Kind">The word that its line begins with.</param>
/// <param name="Parameter">The parameter's name in studies; empty for the default.</param>
/// <param name="IsUpper">Of a bound, whether it is the upper one.</param>
/// <param name="Value">The wider bound, or the value to fix the parameter at; of no meaning for the default.</param>
/// <param name="Text">The finding in words.</param>
internal sealed record DigestHint(string Kind, string Parameter, bool IsUpper, double Value, string Text)
{
    /// <summary>Of the default, the values of the best config by their parameters' names.</summary>
    public ImmutableArray<(string Parameter, double Value)> Values { get; init; } = [];
}
