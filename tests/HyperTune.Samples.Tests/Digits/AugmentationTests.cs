namespace HyperTune.Samples.Tests;

public class AugmentationTests
{
    private const int Side = 8;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(1, -1)]
    public void Move_wholeSquares_movesThePicture(int right, int down)
    {
        double[] moved = new double[DigitSet.PictureSize];
        Augmentation.Move(Dot(row: 3, column: 4), moved, right, down);

        Assert.Equal(Dot(row: 3 + down, column: 4 + right), moved);
    }

    [Fact]
    public void Move_partsOfASquare_spreadsTheInkAndLosesNone()
    {
        double[] moved = new double[DigitSet.PictureSize];
        Augmentation.Move(Dot(row: 3, column: 4), moved, right: 0.25, down: -0.5);

        Assert.Equal(0.75 * 0.5, moved[(3 * Side) + 4], 1e-12);
        Assert.Equal(0.25 * 0.5, moved[(3 * Side) + 5], 1e-12);
        Assert.Equal(0.75 * 0.5, moved[(2 * Side) + 4], 1e-12);
        Assert.Equal(0.25 * 0.5, moved[(2 * Side) + 5], 1e-12);
        Assert.Equal(1, moved.Sum(), 1e-12);
    }

    [Fact]
    public void Move_beyondTheEdge_losesTheInk()
    {
        double[] moved = new double[DigitSet.PictureSize];
        Augmentation.Move(Dot(row: 0, column: 7), moved, right: 1, down: 0);

        Assert.All(moved, static ink => Assert.Equal(0, ink));
    }

    [Fact]
    public void Shift_byNothing_copiesThePicture()
    {
        var random = new RandomStream(seed: 1);
        double[] source = [.. Enumerable.Range(0, DigitSet.PictureSize).Select(static i => i / 64.0)];
        double[] copy = new double[DigitSet.PictureSize];

        Augmentation.Shift(source, copy, maximum: 0, ref random);

        Assert.Equal(source, copy);
    }

    private static double[] Dot(int row, int column)
    {
        double[] picture = new double[DigitSet.PictureSize];
        picture[(row * Side) + column] = 1;
        return picture;
    }
}
