using MathNet.Numerics.LinearAlgebra;

namespace Digits;

/// <summary>Pictures of digits and what they show.</summary>
/// <param name="Pictures">One picture a column: the ink of its 64 squares, row by row, from 0 (none) to 1.</param>
/// <param name="Labels">The digit on each picture, 0 to 9.</param>
internal sealed record DigitSet(Matrix<double> Pictures, int[] Labels)
{
    /// <summary>The number of values of a picture.</summary>
    public const int PictureSize = 64;

    /// <summary>The number of different digits.</summary>
    public const int ClassCount = 10;

    /// <summary>The number of pictures.</summary>
    public int Count => Labels.Length;

    /// <summary>The pictures at the given places, in that order.</summary>
    /// <param name="places">Zero-based columns of <see cref="Pictures"/>.</param>
    public DigitSet Select(IReadOnlyList<int> places)
        => new(
            Matrix<double>.Build.DenseOfColumnVectors(places.Select(place => Pictures.Column(place))),
            [.. places.Select(place => Labels[place])]);

    /// <summary>These pictures followed by others.</summary>
    /// <param name="other">The pictures to append.</param>
    public DigitSet Concat(DigitSet other) => new(Pictures.Append(other.Pictures), [.. Labels, .. other.Labels]);
}
