using System.Numerics;
using HyperTune.Spaces.Coding;
using HyperTune.Text;

namespace HyperTune.Strategies.Auto;

/// <summary>What the choice of a strategy depends on in a space.</summary>
/// <param name="ParameterCount">How many parameters have more than one value.</param>
/// <param name="CategoricalCount">How many of them are categorical.</param>
/// <param name="ConditionalCount">How many of them exist under a condition only.</param>
/// <param name="Cardinality">The number of configs; <see langword="null"/> when a parameter is continuous.</param>
internal sealed record SpaceTraits(int ParameterCount, int CategoricalCount, int ConditionalCount, BigInteger? Cardinality)
{
    public static SpaceTraits Of(SearchSpace space)
    {
        var cube = new UnitCube(space);
        return new SpaceTraits(
            cube.Dimensions.Length,
            cube.Categorical.Length,
            cube.Dimensions.Count(static dimension => dimension.IsConditional),
            space.Cardinality);
    }

    /// <summary>The parameters in words, for instance <c>8 parameters (2 categorical, 3 conditional)</c>.</summary>
    public override string ToString()
    {
        string kinds = (CategoricalCount, ConditionalCount) switch
        {
            (0, 0) => "",
            (_, 0) => $" ({NumberFormat.Invariant(CategoricalCount)} categorical)",
            (0, _) => $" ({NumberFormat.Invariant(ConditionalCount)} conditional)",
            _ => $" ({NumberFormat.Invariant(CategoricalCount)} categorical, {NumberFormat.Invariant(ConditionalCount)} conditional)",
        };
        return $"{NumberFormat.Invariant(ParameterCount)} parameter{(ParameterCount == 1 ? "" : "s")}{kinds}";
    }
}
