using HyperTune;
using MathNet.Numerics.LinearAlgebra;

namespace Digits;

/// <summary>The pictures behind one step of training, in memory that every step uses again.</summary>
internal sealed class Batch
{
    private readonly double[] _ink;
    private readonly int[] _labels;

    /// <summary>Creates a batch of blank pictures.</summary>
    /// <param name="size">The number of pictures.</param>
    public Batch(int size)
    {
        _labels = new int[size];
        _ink = new double[DigitSet.PictureSize * size];
        Pictures = Matrix<double>.Build.Dense(DigitSet.PictureSize, size, _ink);
    }

    /// <summary>One picture a column.</summary>
    public Matrix<double> Pictures { get; }

    /// <summary>What the pictures show.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The number of pictures.</summary>
    public int Size => _labels.Length;

    /// <summary>Copies digits into the batch, each picture moved at random.</summary>
    /// <param name="digits">Where the digits come from.</param>
    /// <param name="places">Which digits; as many as the batch holds.</param>
    /// <param name="maximumShift">The longest way that a picture is moved, in squares; from 0 to 1.</param>
    /// <param name="random">Decides about the ways.</param>
    public void Fill(DigitSet digits, ReadOnlySpan<int> places, double maximumShift, ref RandomStream random)
    {
        ReadOnlySpan<double> source = digits.Pictures.AsColumnMajorArray();
        for (int i = 0; i < places.Length; i++)
        {
            ReadOnlySpan<double> picture = source.Slice(places[i] * DigitSet.PictureSize, DigitSet.PictureSize);
            Augmentation.Shift(picture, _ink.AsSpan(i * DigitSet.PictureSize, DigitSet.PictureSize), maximumShift, ref random);
            _labels[i] = digits.Labels[places[i]];
        }
    }
}
