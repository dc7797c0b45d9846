namespace HyperTune.Tests;

public sealed class PackedTriangleTests
{
    public static TheoryData<int> Sizes { get; } = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 19, 31, 32, 33, 50];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Product_has_the_bits_of_dot_products_row_by_row(int count)
    {
        double[] triangle = Draw(PackedTriangle.RowStart(count), seed: 1);
        double[] vector = Draw(count, seed: 2);
        var product = new double[count];
        PackedTriangle.Multiply(triangle, vector, product, count);
        Assert.Equal(Enumerable.Range(0, count).Select(row => SimdMath.Dot(triangle.AsSpan(PackedTriangle.RowStart(row)), vector, row + 1)), product);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sum_of_rows_has_the_bits_of_rows_that_are_added_one_by_one(int count)
    {
        double[] triangle = Draw(PackedTriangle.RowStart(count), seed: 3);
        double[] factors = Draw(count, seed: 4);
        double[] expected = Draw(count, seed: 5);
        double[] actual = [.. expected];
        for (int row = 0; row < count; row++)
        {
            SimdMath.AddScaled(factors[row], triangle.AsSpan(PackedTriangle.RowStart(row)), expected, row + 1);
        }

        PackedTriangle.AddRows(triangle, factors, actual, count);
        Assert.Equal(expected, actual);
    }

    private static double[] Draw(int count, ulong seed)
    {
        var random = new RandomStream(seed);
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.NextNormal();
        }

        return values;
    }
}
