using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Tests;

public sealed class FinalLossModelTests
{
    [Theory]
    [InlineData(12, 1)]
    [InlineData(40, 2)]
    [InlineData(FinalLossModel.Capacity, 3)]
    public void Prediction_and_deviation_are_those_of_the_formulas(int trials, ulong seed)
    {
        var random = new RandomStream(seed);
        var model = new FinalLossModel();
        CurvePoint[] points = [.. Enumerable.Range(0, trials).Select(_ => Draw(ref random))];
        double[] finals = [.. points.Select(point => point.Extrapolation + (0.2 * random.NextNormal()))];
        foreach ((CurvePoint point, double final) in points.Zip(finals))
        {
            model.Add(point, final);
        }

        for (int i = 0; i < 20; i++)
        {
            CurvePoint asked = Draw(ref random);
            Assert.True(model.TryPredict(asked, out double prediction, out double deviation));
            (double expected, double expectedDeviation) = Slow(points, finals, asked);
            Assert.Equal(expected, prediction, 1e-9);
            Assert.Equal(expectedDeviation, deviation, 1e-9);
        }
    }

    [Fact]
    public void The_oldest_trials_make_room()
    {
        var random = new RandomStream(5);
        CurvePoint[] points = [.. Enumerable.Range(0, FinalLossModel.Capacity + 30).Select(_ => Draw(ref random))];
        var all = new FinalLossModel();
        var last = new FinalLossModel();
        for (int i = 0; i < points.Length; i++)
        {
            all.Add(points[i], points[i].Loss);
            if (i >= 30)
            {
                last.Add(points[i], points[i].Loss);
            }
        }

        Assert.Equal(FinalLossModel.Capacity, all.Count);
        Assert.True(all.TryPredict(points[0], out double prediction, out double deviation));
        Assert.True(last.TryPredict(points[0], out double expected, out double expectedDeviation));
        Assert.Equal(expected, prediction, 1e-9);
        Assert.Equal(expectedDeviation, deviation, 1e-9);
    }

    [Fact]
    public void Losses_without_a_spread_say_nothing()
    {
        var model = new FinalLossModel();
        for (int i = 0; i < 20; i++)
        {
            model.Add(new CurvePoint(1, 0, 1), i);
        }

        Assert.False(model.TryPredict(new CurvePoint(2, 0, 2), out _, out _));
    }

    [Fact]
    public void Infinite_losses_count_as_large_ones_and_minus_infinity_has_no_place()
    {
        var random = new RandomStream(7);
        var model = new FinalLossModel();
        for (int i = 0; i < 30; i++)
        {
            CurvePoint point = Draw(ref random);
            model.Add(point, point.Loss);
        }

        model.Add(new CurvePoint(double.PositiveInfinity, double.NaN, double.PositiveInfinity), 1e300);
        Assert.True(model.TryPredict(new CurvePoint(double.PositiveInfinity, double.NaN, double.PositiveInfinity), out double infinite, out _));
        Assert.True(model.TryPredict(new CurvePoint(1e9, 1e9, 1e9), out double large, out _));
        Assert.Equal(large, infinite, 1e-9);
        Assert.False(model.TryPredict(new CurvePoint(double.NegativeInfinity, 0, 0), out _, out _));
    }

    private static CurvePoint Draw(ref RandomStream random)
    {
        double loss = 2 + random.NextNormal();
        return new CurvePoint(loss, 0.5 * random.NextNormal(), loss - (0.3 * random.NextUnit()));
    }

    // With matrices, and without any of the shortcuts.
    private static (double Prediction, double Deviation) Slow(CurvePoint[] points, double[] finals, CurvePoint asked)
    {
        (double median, double range, double cap) = Measure([.. points.Select(static point => point.Loss)]);
        (_, _, double finalCap) = Measure(finals);
        double[] Scaled(CurvePoint point) =>
        [
            1,
            (Math.Min(point.Loss, cap) - median) / range,
            Math.Clamp(point.Slope / range, -2, 2),
            Math.Clamp((point.Extrapolation - median) / range, -3, 3),
        ];
        Vector<double> z = Vector<double>.Build.Dense(Scaled(asked));
        Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(points.Select(Scaled));
        Vector<double> y = Vector<double>.Build.Dense([.. finals.Select(final => Math.Min(final, finalCap))]);
        Vector<double> w = Vector<double>.Build.Dense(points.Length, i => 0.05 + Math.Exp(-Math.Pow(x[i, 1] - z[1], 2) / 2));
        Matrix<double> weights = Matrix<double>.Build.DiagonalOfDiagonalVector(w);
        Matrix<double> a = (x.Transpose() * weights * x) + Matrix<double>.Build.DiagonalOfDiagonalArray([0, 0.3, 0.3, 0.3]);

        // Only the constant is not held back, so that it makes no difference from where the targets are measured.
        Vector<double> coefficients = a.Solve(x.Transpose() * weights * (y - median));
        Vector<double> residuals = y - median - (x * coefficients);
        double effective = w.Sum() * w.Sum() / (w * w);
        double variance = (weights * residuals * residuals) / w.Sum() * (effective / (effective - 4)) * (1 + (z * a.Solve(z)));
        return (median + (z * coefficients), Math.Sqrt(variance));
    }

    private static (double Median, double Range, double Cap) Measure(double[] values)
    {
        var sorted = new SortedValues();
        foreach (double value in values)
        {
            sorted.Add(value);
        }

        double range = sorted.Quantile(0.75) - sorted.Quantile(0.25);
        return (sorted.Quantile(0.5), range, sorted.Quantile(0.75) + (1.5 * range));
    }
}
