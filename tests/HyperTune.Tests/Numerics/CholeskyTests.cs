using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Tests;

public sealed class CholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(61)]
    [InlineData(128)]
    public void Factor_inverse_and_product_agree_with_the_slow_reference(int size)
    {
        Matrix<double> matrix = CreatePositiveDefinite(size, seed: (ulong)size);
        int padded = Cholesky.PaddedSize(size);
        double[] factor = ToPadded(matrix, padded);
        Assert.True(Cholesky.TryFactor(factor, padded));
        AssertLower(matrix.Cholesky().Factor, factor, padded, 1e-12);

        double[] inverse = FilledWithNaN(padded * padded);
        Cholesky.InvertLower(factor, inverse, padded);
        AssertLower(matrix.Cholesky().Factor.Inverse(), inverse, padded, 1e-10);

        double[] product = FilledWithNaN(padded * padded);
        Cholesky.TransposedSquare(inverse, product, padded);
        AssertLower(matrix.Inverse(), product, padded, 1e-9);
    }

    [Fact]
    public void Indefinite_matrix_is_refused()
    {
        Matrix<double> matrix = CreatePositiveDefinite(20, seed: 1);
        matrix[13, 13] = -1;
        int padded = Cholesky.PaddedSize(20);
        Assert.False(Cholesky.TryFactor(ToPadded(matrix, padded), padded));
        matrix[13, 13] = double.NaN;
        Assert.False(Cholesky.TryFactor(ToPadded(matrix, padded), padded));
    }

    private static Matrix<double> CreatePositiveDefinite(int size, ulong seed)
    {
        var random = new RandomStream(seed);
        Matrix<double> root = Matrix<double>.Build.Dense(size, size);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                root[i, j] = random.NextNormal();
            }
        }

        return (root * root.Transpose()) + (size * Matrix<double>.Build.DenseIdentity(size));
    }

    private static double[] FilledWithNaN(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static double[] ToPadded(Matrix<double> matrix, int padded)
    {
        double[] values = FilledWithNaN(padded * padded);
        for (int i = 0; i < matrix.RowCount; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                values[(i * padded) + j] = matrix[i, j];
            }
        }

        Cholesky.Pad(values, matrix.RowCount, padded);
        return values;
    }

    private static void AssertLower(Matrix<double> expected, double[] actual, int padded, double tolerance)
    {
        for (int i = 0; i < expected.RowCount; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                Assert.Equal(expected[i, j], actual[(i * padded) + j], tolerance);
            }
        }
    }
}
