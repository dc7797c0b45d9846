namespace HyperTune.Tests;

public sealed class ProjectedLbfgsTests
{
    private static readonly LbfgsSettings Settings = new() { MaximumIterations = 200, GradientTolerance = 1e-7, LargestStep = 1 };

    [Fact]
    public void Minimum_of_a_valley_is_found()
    {
        double[] point = [-1.2, 1, -0.5, 2];
        var function = new Rosenbrock();
        double value = Minimize(function, point, -3, 3);
        Assert.Equal(0, value, 1e-10);
        Assert.All(point, static x => Assert.Equal(1, x, 1e-5));
        Assert.InRange(function.Evaluations, 1, 150);
    }

    [Fact]
    public void Minimum_on_the_border_is_found()
    {
        // With x1 held at 0.5 the rest of the valley has its minimum where every next coordinate is close to the square of the one before.
        double[] point = [0.1, 0.1, 0.4, 0.1];
        Minimize(new Rosenbrock(), point, -1, 0.5);
        double[] gradient = new double[4];
        var function = new Rosenbrock();
        function.Evaluate(point);
        function.WriteGradient(gradient);
        for (int i = 0; i < 4; i++)
        {
            Assert.True(Math.Abs(gradient[i]) < 1e-5 || (point[i] == 0.5 && gradient[i] < 0), $"{point[i]} with slope {gradient[i]}");
        }

        Assert.Contains(0.5, point);
    }

    [Fact]
    public void Steps_into_undefined_ground_are_shortened()
    {
        double[] point = [3];
        double value = Minimize(new LogarithmicBarrier(), point, -5, 5);
        Assert.Equal(1, point[0], 1e-6);
        Assert.Equal(1, value, 1e-12);
    }

    [Fact]
    public void Start_without_a_value_is_returned_unchanged()
    {
        double[] point = [-2];
        Assert.False(double.IsFinite(Minimize(new LogarithmicBarrier(), point, -5, 5)));
        Assert.Equal([-2], point);
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        double[] bounds = [5];
        Assert.Throws<OperationCanceledException>(
            () => new ProjectedLbfgs(1).Minimize(new LogarithmicBarrier(), new double[] { 3 }, new double[] { -5 }, bounds, Settings, cancellation.Token));
    }

    private static double Minimize(IDifferentiableFunction function, double[] point, double low, double high)
    {
        double[] lower = [.. Enumerable.Repeat(low, point.Length)];
        double[] upper = [.. Enumerable.Repeat(high, point.Length)];
        return new ProjectedLbfgs(point.Length).Minimize(function, point, lower, upper, Settings, CancellationToken.None);
    }

    private sealed class Rosenbrock : IDifferentiableFunction
    {
        private double[] _point = [];

        public int Evaluations { get; private set; }

        public double Evaluate(ReadOnlySpan<double> point)
        {
            Evaluations++;
            _point = point.ToArray();
            double sum = 0;
            for (int i = 0; i + 1 < _point.Length; i++)
            {
                sum += (100 * Math.Pow(_point[i + 1] - (_point[i] * _point[i]), 2)) + Math.Pow(1 - _point[i], 2);
            }

            return sum;
        }

        public void WriteGradient(Span<double> gradient)
        {
            gradient.Clear();
            for (int i = 0; i + 1 < _point.Length; i++)
            {
                double rest = _point[i + 1] - (_point[i] * _point[i]);
                gradient[i] += (-400 * _point[i] * rest) - (2 * (1 - _point[i]));
                gradient[i + 1] += 200 * rest;
            }
        }
    }

    /// <summary>x - ln x, which has its minimum at 1 and no value below 0.</summary>
    private sealed class LogarithmicBarrier : IDifferentiableFunction
    {
        private double _x;

        public double Evaluate(ReadOnlySpan<double> point)
        {
            _x = point[0];
            return _x - Math.Log(_x);
        }

        public void WriteGradient(Span<double> gradient) => gradient[0] = 1 - (1 / _x);
    }
}
