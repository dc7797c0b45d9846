using HyperTune.Numerics;

namespace HyperTune.Models.TrustRegions;

/// <summary>The factors of a tall matrix, Z = Q R by Householder reflections, and a basis of what is orthogonal to its columns.</summary>
internal sealed class OrthogonalBasis
{
    // Diagonal entries of R below this share of the largest belong to columns that the others make up.
    private const double SmallestShare = 1e-10;

    private readonly int _rows;
    private readonly int _columns;
    private readonly double[] _orthogonal;
    private readonly double[] _upper;

    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns, fewer than rows.</param>
    public OrthogonalBasis(double[] matrix, int rows, int columns)
    {
        _rows = rows;
        _columns = columns;

        // Columns as rows, so that all loops run along memory.
        _upper = new double[columns * rows];
        _orthogonal = new double[rows * rows];
        for (int i = 0; i < rows; i++)
        {
            _orthogonal[(i * rows) + i] = 1;
            for (int j = 0; j < columns; j++)
            {
                _upper[(j * rows) + i] = matrix[(i * columns) + j];
            }
        }

        var reflections = new double[columns][];
        for (int j = 0; j < columns; j++)
        {
            reflections[j] = Reflection(_upper.AsSpan(j * rows, rows), j);
            for (int k = j; k < columns; k++)
            {
                Reflect(reflections[j], _upper.AsSpan(k * rows, rows));
            }
        }

        for (int row = 0; row < rows; row++)
        {
            for (int j = columns - 1; j >= 0; j--)
            {
                Reflect(reflections[j], _orthogonal.AsSpan(row * rows, rows));
            }
        }
    }

    /// <summary>The dimension of what is orthogonal to the columns.</summary>
    public int FreeCount => _rows - _columns;

    /// <summary>One vector of the basis of it.</summary>
    public ReadOnlySpan<double> FreeRow(int index) => _orthogonal.AsSpan((_columns + index) * _rows, _rows);

    /// <summary>The least-squares solution x of Z x = values; 0 for columns that the others make up.</summary>
    public double[] SolveColumns(ReadOnlySpan<double> values)
    {
        double largest = 0;
        for (int j = 0; j < _columns; j++)
        {
            largest = Math.Max(largest, Math.Abs(_upper[(j * _rows) + j]));
        }

        var solution = new double[_columns];
        for (int j = _columns - 1; j >= 0; j--)
        {
            double diagonal = _upper[(j * _rows) + j];
            if (Math.Abs(diagonal) > SmallestShare * largest)
            {
                double rest = SimdMath.Dot(_orthogonal.AsSpan(j * _rows), values, _rows);
                for (int k = j + 1; k < _columns; k++)
                {
                    rest -= _upper[(k * _rows) + j] * solution[k];
                }

                solution[j] = rest / diagonal;
            }
        }

        return solution;
    }

    // The unit vector u of I - 2 u u' that takes what a column has from a row on to that row; zeros where there is nothing to take.
    private static double[] Reflection(ReadOnlySpan<double> column, int from)
    {
        var vector = new double[column.Length];
        column[from..].CopyTo(vector.AsSpan(from));
        double norm = Math.Sqrt(SimdMath.Dot(vector, vector, vector.Length));
        vector[from] += vector[from] < 0 ? -norm : norm;
        double length = Math.Sqrt(SimdMath.Dot(vector, vector, vector.Length));
        for (int i = from; i < vector.Length && length > 0; i++)
        {
            vector[i] /= length;
        }

        return vector;
    }

    private static void Reflect(ReadOnlySpan<double> reflection, Span<double> target)
        => SimdMath.AddScaled(-2 * SimdMath.Dot(reflection, target, target.Length), reflection, target, target.Length);
}
