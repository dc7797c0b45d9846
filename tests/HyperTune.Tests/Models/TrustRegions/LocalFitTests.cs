using HyperTune.Models.TrustRegions;
using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Tests;

public sealed class LocalFitTests
{
    private const int Dimension = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Quadratic_function_is_found_from_as_many_trials_as_it_has_coefficients(ulong seed)
    {
        var random = new RandomStream(seed);
        double[,] curvature = new double[Dimension, Dimension];
        double[] slope = new double[Dimension];
        for (int i = 0; i < Dimension; i++)
        {
            slope[i] = random.NextNormal();
            for (int j = 0; j <= i; j++)
            {
                curvature[i, j] = curvature[j, i] = random.NextNormal();
            }
        }

        double Value(double[] z)
        {
            double value = 0;
            for (int i = 0; i < Dimension; i++)
            {
                value += slope[i] * z[i];
                for (int j = 0; j < Dimension; j++)
                {
                    value += 0.5 * z[i] * curvature[i, j] * z[j];
                }
            }

            return value;
        }

        (double[] points, double[] values) = Draw(count: 12, Value, ref random);
        LocalModel model = LocalFit.Run(points, values, unit: 0.1)!;
        for (int i = 0; i < 20; i++)
        {
            double[] z = DrawPoint(ref random);
            Assert.Equal(Value(z), model.Evaluate(z), 1e-4);
        }
    }

    [Fact]
    public void Shape_of_a_turned_bowl_is_known_from_trials_far_away()
    {
        static double Value(double[] z)
        {
            double along = z[0] + z[1] + z[2];
            double across = z[0] - (2 * z[1]) + z[2];
            double rest = z[0] - z[2];
            return (2 * along) - across + (along * along) + (0.1 * across * across) + (0.01 * rest * rest);
        }

        var random = new RandomStream(12);
        (double[] near, double[] nearValues) = Draw(count: 4, Value, ref random);
        (double[] far, _) = Draw(count: 10, Value, ref random);
        far = [.. far.Select(static coordinate => 40 * coordinate)];
        double[] farValues = [.. Enumerable.Range(0, 10).Select(i => Value(Point(far, i)))];
        LocalModel model = LocalFit.Run([.. near, .. far], [.. nearValues, .. farValues], unit: 0.001)!;
        for (int i = 0; i < 20; i++)
        {
            double[] z = DrawPoint(ref random);
            Assert.Equal(Value(z), model.Evaluate(z), 1e-3);
        }
    }

    [Fact]
    public void Gradient_is_that_of_the_value()
    {
        var random = new RandomStream(5);
        (double[] points, double[] values) = Draw(count: 14, static z => Math.Cos(z[0]) + (z[1] * z[2]) + Math.Exp(z[2]) - 2, ref random);
        LocalModel model = LocalFit.Run(points, values, unit: 0.2)!;
        AssertGradient(model, DrawPoint(ref random));
    }

    [Fact]
    public void Gradient_is_that_of_the_value_on_the_scale_of_roots()
    {
        var random = new RandomStream(6);
        (double[] points, double[] weights) = Draw(count: 5, static z => z[0] - z[1], ref random);
        var model = new LocalModel(LocalScale.Root(2), new LocalKernel(0.1, 0.4), points, weights, [0.3, -0.2, 0.1], unit: 0.2, error: 1);
        for (int i = 0; i < 10; i++)
        {
            AssertGradient(model, DrawPoint(ref random));
        }
    }

    // Plain values of a thousand times the best one's size leave a model nothing to see of what is close by.
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Square_of_a_quadratic_function_is_found_by_its_root(ulong seed)
    {
        static double Value(double[] z)
        {
            double across = z[0] + z[1] + z[2];
            double size = 0.05 + (3 * across * across) + (0.02 * z[0] * z[0]) + (0.01 * z[1]);
            return (size * size) - 0.0025;
        }

        var random = new RandomStream(seed);
        (double[] far, double[] farValues) = Draw(count: 14, Value, ref random);
        double[][] near = [[0.1, -0.15, 0.1], [-0.2, 0.1, 0.05]];
        LocalModel model = LocalFit.Run([.. near.SelectMany(static z => z), .. far], [.. near.Select(Value), .. farValues], unit: 0.1)!;
        foreach (double[] close in (double[][])[[0.1, 0.2, -0.2], [-0.3, 0.1, 0.1], [0.2, -0.4, 0.2]])
        {
            Assert.Equal(Value(close), model.Evaluate(close), 0.01);
        }
    }

    [Theory]
    [InlineData(1, 0, 1e-4, 1, null)]
    [InlineData(1, 0, 1e-2, 1.5, null)]
    [InlineData(0.1, 0, 1e-2, 1, null)]
    [InlineData(0.1, 0.5, 1, 1, null)]
    [InlineData(0.1, 0.5, 1, 2, null)]
    [InlineData(0.1, 0, 1e-2, 1, 3.0)]
    [InlineData(0.1, 0.5, 1, 2, 20.0)]
    public void Error_is_that_of_fits_that_leave_a_trial_out(double joint, double curve, double misfit, double spread, double? shift)
    {
        LocalScale scale = shift is { } c ? LocalScale.Root(c) : LocalScale.Plain;
        const int Count = 9;
        var random = new RandomStream(8);
        (double[] points, double[] values) = Draw(Count, static z => Math.Sin(3 * z[0]) + (z[1] * z[1]) + z[2], ref random);
        var kernel = new LocalKernel(joint, curve);
        var solver = new LocalSolver(points, values, scale, spread);
        solver.Prepare(kernel);
        double error = solver.Solve(misfit);

        double squares = 0;
        double total = 0;
        for (int i = 0; i < Count; i++)
        {
            int[] others = [.. Enumerable.Range(0, Count).Where(other => other != i)];
            double[] outputs = [.. others.Select(other => scale.Apply(values[other]))];
            double predicted = scale.Invert(Predict(kernel, [.. others.Select(other => Point(points, other))], outputs, misfit, spread, Point(points, i)));
            double square = Math.Max(1, Point(points, i).Sum(static coordinate => coordinate * coordinate));
            squares += (values[i] - predicted) * (values[i] - predicted) / (square * square);
            total += 1 / (square * square);
        }

        Assert.Equal(Math.Sqrt(squares / total), error, 1e-8);
    }

    [Fact]
    public void Too_few_trials_and_equal_ones_give_no_model()
    {
        var random = new RandomStream(2);
        (double[] points, double[] values) = Draw(count: Dimension + 1, static z => z[0] + 2, ref random);
        Assert.Null(LocalFit.Run(points, values, unit: 0.1));
        Assert.Null(LocalFit.Run([], [], unit: 0.1));
        (points, _) = Draw(count: 10, static z => z[0], ref random);
        Assert.Null(LocalFit.Run(points, new double[10], unit: 0.1));
    }

    [Fact]
    public void Coordinate_that_no_trial_changed_has_no_slope()
    {
        var random = new RandomStream(3);
        (double[] points, _) = Draw(count: 10, static z => z[0], ref random);
        for (int i = 0; i < 10; i++)
        {
            points[(i * Dimension) + 1] = 0;
        }

        double[] values = [.. Enumerable.Range(0, 10).Select(i => 1 + Point(points, i)[0])];
        LocalModel model = LocalFit.Run(points, values, unit: 0.1)!;
        Assert.Equal(model.Evaluate([0.3, 0, 0.1]), model.Evaluate([0.3, 0.8, 0.1]), 1e-9);
    }

    private static void AssertGradient(LocalModel model, double[] z)
    {
        model.Evaluate(z);
        var gradient = new double[Dimension];
        model.WriteGradient(gradient);
        for (int j = 0; j < Dimension; j++)
        {
            double[] ahead = [.. z];
            double[] behind = [.. z];
            ahead[j] += 1e-5;
            behind[j] -= 1e-5;
            Assert.Equal((model.Evaluate(ahead) - model.Evaluate(behind)) / 2e-5, gradient[j], 1e-6);
        }
    }

    // The saddle-point system of the minimization as it stands: (K + lambda V) a + Z g = y, Z' a = 0.
    private static double Predict(LocalKernel kernel, double[][] points, double[] values, double misfit, double spread, double[] at)
    {
        int count = values.Length;
        Matrix<double> system = Matrix<double>.Build.Dense(count + Dimension, count + Dimension);
        Vector<double> right = Vector<double>.Build.Dense(count + Dimension);
        for (int i = 0; i < count; i++)
        {
            double square = Math.Max(1, points[i].Sum(static coordinate => coordinate * coordinate) / (spread * spread));
            for (int j = 0; j < count; j++)
            {
                system[i, j] = kernel.Evaluate(points[i], points[j]) + (i == j ? misfit * square * square * square : 0);
            }

            for (int j = 0; j < Dimension; j++)
            {
                system[i, count + j] = system[count + j, i] = points[i][j];
            }

            right[i] = values[i];
        }

        Vector<double> solution = system.Solve(right);
        double predicted = 0;
        for (int i = 0; i < count; i++)
        {
            predicted += solution[i] * kernel.Evaluate(at, points[i]);
        }

        for (int j = 0; j < Dimension; j++)
        {
            predicted += solution[count + j] * at[j];
        }

        return predicted;
    }

    // Some of the points lie outside of the region.
    private static (double[] Points, double[] Values) Draw(int count, Func<double[], double> value, ref RandomStream random)
    {
        var points = new double[count * Dimension];
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            double[] z = DrawPoint(ref random);
            z.CopyTo(points, i * Dimension);
            values[i] = value(z);
        }

        return (points, values);
    }

    private static double[] DrawPoint(ref RandomStream random)
        => [(3 * random.NextUnit()) - 1.5, (3 * random.NextUnit()) - 1.5, (3 * random.NextUnit()) - 1.5];

    private static double[] Point(double[] points, int index) => points[(index * Dimension)..((index + 1) * Dimension)];
}
