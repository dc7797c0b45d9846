using HyperTune.Numerics;

namespace HyperTune.Tests.Numerics;

public sealed class CurvaturePairsTests
{
    private const int Dimension = 5;

    [Fact]
    public void Direction_is_that_of_the_dense_matrix_which_the_formula_stands_for()
    {
        var random = new RandomStream(4);
        double[,] curvature = RandomCurvature(ref random);
        var pairs = new CurvaturePairs(3);
        var all = new List<(double[] Step, double[] Change)>();
        for (int i = 0; i < 4; i++)
        {
            double[] step = Draw(ref random);
            double[] change = Multiply(curvature, step);
            pairs.Add(step, change);
            all.Add((step, change));
        }

        double[] gradient = Draw(ref random);
        double[] expected = Multiply(InverseOf(all[1..]), gradient);
        double[] direction = pairs.Direction(gradient, [true, true, true, true, true]);
        Assert.All(direction.Zip(expected), static pair => Assert.Equal(-pair.Second, pair.First, 1e-10));
        Assert.Equal(3, pairs.Count);
    }

    [Fact]
    public void Held_coordinates_stay_and_the_direction_descends()
    {
        var random = new RandomStream(5);
        double[,] curvature = RandomCurvature(ref random);
        var pairs = new CurvaturePairs(10);
        for (int i = 0; i < 6; i++)
        {
            double[] step = Draw(ref random);
            pairs.Add(step, Multiply(curvature, step));
            double[] gradient = Draw(ref random);
            double[] direction = pairs.Direction(gradient, [true, false, true, true, false]);
            Assert.Equal([0, 0], [direction[1], direction[4]]);
            Assert.True(direction.Zip(gradient, static (a, b) => a * b).Sum() < 0);
        }
    }

    [Fact]
    public void Derivative_that_is_not_known_of_a_held_coordinate_leaves_the_others_their_curvature()
    {
        var pairs = new CurvaturePairs(10);
        pairs.Add([1, 0, 0], [4, 0, 0]);
        Assert.Equal([-2, -0.25, 0], pairs.Direction([8, 1, double.NaN], [true, true, false]));
    }

    [Fact]
    public void Steps_along_which_the_function_curves_downwards_are_left_out()
    {
        var pairs = new CurvaturePairs(10);
        pairs.Add([1, 0], [-1, 0]);
        pairs.Add([1, 0], [0, 1]);
        pairs.Add([0, 0], [0, 0]);
        Assert.Equal(0, pairs.Count);
        Assert.Equal([-3, -4], pairs.Direction([3, 4], [true, true]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Cubic_step_is_the_minimum_of_the_cubic(double length)
    {
        // t^3 - 2 t^2 - 4 t is smallest, for positive t, where 3 t^2 - 4 t - 4 = 0: at 2.
        static double Value(double t) => (t * t * t) - (2 * t * t) - (4 * t);
        static double Slope(double t) => (3 * t * t) - (4 * t) - 4;
        Assert.Equal(2, CubicStep.Minimum(Value(0), Slope(0), length, Value(length), Slope(length)), 1e-12);
    }

    [Fact]
    public void Without_a_second_slope_the_step_is_the_minimum_of_the_parabola()
        => Assert.Equal(1.5, CubicStep.Minimum(5, -3, 2, 5 - 6 + 4, double.NaN), 1e-12);

    private static double[] Draw(ref RandomStream random)
    {
        double[] vector = new double[Dimension];
        foreach (ref double value in vector.AsSpan())
        {
            value = random.NextNormal();
        }

        return vector;
    }

    private static double[,] RandomCurvature(ref RandomStream random)
    {
        double[,] result = new double[Dimension, Dimension];
        for (int k = 0; k < 2 * Dimension; k++)
        {
            double[] v = Draw(ref random);
            Fill(result, (i, j) => result[i, j] + (v[i] * v[j]));
        }

        return result;
    }

    // Nocedal and Wright, equation 6.17, from the scaled identity of equation 7.20 on.
    private static double[,] InverseOf(List<(double[] Step, double[] Change)> pairs)
    {
        (double[] lastStep, double[] lastChange) = pairs[^1];
        double scale = Dot(lastStep, lastChange) / Dot(lastChange, lastChange);
        double[,] inverse = new double[Dimension, Dimension];
        Fill(inverse, (i, j) => i == j ? scale : 0);
        foreach ((double[] s, double[] y) in pairs)
        {
            double rho = 1 / Dot(s, y);
            double[,] old = (double[,])inverse.Clone();
            double[] hy = Multiply(old, y);
            double yhy = Dot(y, hy);
            Fill(inverse, (i, j) => old[i, j] - (rho * ((s[i] * hy[j]) + (hy[i] * s[j]))) + (((rho * rho * yhy) + rho) * s[i] * s[j]));
        }

        return inverse;
    }

    private static void Fill(double[,] matrix, Func<int, int, double> value)
    {
        for (int i = 0; i < Dimension; i++)
        {
            for (int j = 0; j < Dimension; j++)
            {
                matrix[i, j] = value(i, j);
            }
        }
    }

    private static double[] Multiply(double[,] matrix, double[] vector)
        => [.. Enumerable.Range(0, Dimension).Select(i => Enumerable.Range(0, Dimension).Sum(j => matrix[i, j] * vector[j]))];

    private static double Dot(double[] a, double[] b) => a.Zip(b, static (x, y) => x * y).Sum();
}
