using HyperTune;

namespace Digits;

/// <summary>Makes new pictures out of old ones: the same digit, a little beside its place.</summary>
internal static class Augmentation
{
    private const int Side = 8;

    /// <summary>Copies a picture, moved at random across and down by up to <paramref name="maximum"/>.</summary>
    /// <param name="source">The picture to copy.</param>
    /// <param name="target">Receives the copy; ink that leaves the picture is lost.</param>
    /// <param name="maximum">The longest way in each direction, in squares; from 0 to 1.</param>
    /// <param name="random">Decides about the ways; all are equally likely.</param>
    public static void Shift(ReadOnlySpan<double> source, Span<double> target, double maximum, ref RandomStream random)
        => Move(source, target, maximum * ((2 * random.NextUnit()) - 1), maximum * ((2 * random.NextUnit()) - 1));

    /// <summary>Copies a picture, moved by parts of a square.</summary>
    /// <param name="source">The picture to copy.</param>
    /// <param name="target">Receives the copy; ink that leaves the picture is lost.</param>
    /// <param name="right">The way to the right, in squares; from -1 to 1.</param>
    /// <param name="down">The way down, in squares; from -1 to 1.</param>
    public static void Move(ReadOnlySpan<double> source, Span<double> target, double right, double down)
    {
        // Bilinear: the ink on a square comes from the square itself and its neighbours on the side that the picture comes from, each by the share
        // of it that now lies there.
        int columnOffset = -Math.Sign(right);
        int rowOffset = -Math.Sign(down);
        double columnShare = Math.Abs(right);
        double rowShare = Math.Abs(down);
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                double sameRow = Mix(InkAt(source, row, column), InkAt(source, row, column + columnOffset), columnShare);
                double otherRow = Mix(InkAt(source, row + rowOffset, column), InkAt(source, row + rowOffset, column + columnOffset), columnShare);
                target[(row * Side) + column] = Mix(sameRow, otherRow, rowShare);
            }
        }
    }

    private static double Mix(double one, double other, double otherShare) => one + (otherShare * (other - one));

    private static double InkAt(ReadOnlySpan<double> picture, int row, int column)
        => row is >= 0 and < Side && column is >= 0 and < Side ? picture[(row * Side) + column] : 0;
}
