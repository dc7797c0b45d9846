namespace HyperTune.Models.GaussianProcesses;

/// <summary>Outputs of a function at points, and its derivatives at some of them.</summary>
/// <param name="points">The points, numeric coordinates first.</param>
/// <param name="numericCount">How many coordinates are numeric.</param>
/// <param name="outputs">The output at each of the first points; the others, those of running trials, have none.</param>
/// <param name="derivatives">For each output the derivatives by the numeric coordinates, not a number where one is not known; empty where none is.</param>
internal sealed class DerivativeData(double[][] points, int numericCount, double[] outputs, double[][] derivatives)
{
    /// <summary>The rows of derivatives: the number of the point, and the coordinate.</summary>
    private readonly (int Point, int Coordinate)[] _rows = [.. derivatives.SelectMany(static (values, point) => values
        .Select((value, coordinate) => (point, coordinate, value))
        .Where(static row => !double.IsNaN(row.value))
        .Select(static row => (row.point, row.coordinate)))];

    public double[][] Points => points;

    public int NumericCount => numericCount;

    public int Dimension => points[0].Length;

    /// <summary>The number of outputs.</summary>
    public int OutputCount => outputs.Length;

    public ReadOnlySpan<(int Point, int Coordinate)> Derivatives => _rows;

    /// <summary>The number of outputs and derivatives.</summary>
    public int ObservedCount => outputs.Length + _rows.Length;

    /// <summary>The number of rows of a covariance matrix: outputs, then derivatives, then points without an output.</summary>
    public int RowCount => points.Length + _rows.Length;

    public ReadOnlySpan<double> Outputs => outputs;

    /// <summary>What was observed in a row.</summary>
    public double Observed(int row) => row < outputs.Length ? outputs[row] : derivatives[_rows[row - outputs.Length].Point][_rows[row - outputs.Length].Coordinate];
}
