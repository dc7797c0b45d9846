using System.Runtime.CompilerServices;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Surrogates;

/// <summary>Points of the unit cube as a Gaussian process sees them: coordinates of inactive parameters are numbers, too.</summary>
internal static class ModelPoint
{
    /// <summary>The coordinate of an inactive numeric parameter: the middle, as far from every active value as can be on average.</summary>
    public const double InactiveNumber = 0.5;

    /// <summary>The coordinate of an inactive categorical parameter, different from every value.</summary>
    public const double InactiveCategory = -1;

    /// <summary>Writes the point of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Encode(UnitCube cube, ReadOnlySpan<double> vector, Span<double> point)
    {
        cube.Encode(vector, point);
        cube.EncodeOutside(vector, point);
        for (int k = 0; k < point.Length; k++)
        {
            if (double.IsNaN(point[k]))
            {
                point[k] = k < cube.Numeric.Length ? InactiveNumber : InactiveCategory;
            }
        }
    }
}
