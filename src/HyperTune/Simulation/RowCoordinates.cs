using HyperTune.Spaces.Coding;

namespace HyperTune.Simulation;

/// <summary>Where the rows of a table lie in the unit cube.</summary>
internal sealed class RowCoordinates
{
    private readonly UnitCube _cube;
    private readonly double[][] _vectors;
    private readonly double[][] _points;

    public RowCoordinates(SearchSpace space, double[][] vectors)
    {
        _cube = new UnitCube(space);
        _vectors = vectors;
        _points = [.. vectors.Select(PointOf)];
    }

    public int Count => _vectors.Length;

    public ReadOnlySpan<double> Vector(int row) => _vectors[row];

    /// <summary>The nearest of some rows; of equally near ones the first.</summary>
    /// <param name="vector">A vector of the space.</param>
    /// <param name="among">The rows to choose from, ascending; not empty.</param>
    public int Nearest(ReadOnlySpan<double> vector, List<int> among)
    {
        double[] point = PointOf(vector.ToArray());
        int nearest = among[0];
        double smallest = double.PositiveInfinity;
        foreach (int row in among)
        {
            double distance = Distance(point, _points[row]);
            if (distance < smallest)
            {
                (nearest, smallest) = (row, distance);
            }
        }

        return nearest;
    }

    private double[] PointOf(double[] vector)
    {
        double[] point = new double[_cube.Dimensions.Length];
        _cube.Encode(vector, point);
        return point;
    }

    // Squared; values without order, or of which only one exists, are as far apart as the ends of a range.
    private double Distance(double[] a, double[] b)
    {
        double sum = 0;
        foreach (CubeDimension dimension in _cube.Dimensions)
        {
            double left = a[dimension.Index];
            double right = b[dimension.Index];
            double difference = left.Equals(right) ? 0
                : dimension.IsCategorical || double.IsNaN(left) || double.IsNaN(right) ? 1
                : left - right;
            sum += difference * difference;
        }

        return sum;
    }
}
