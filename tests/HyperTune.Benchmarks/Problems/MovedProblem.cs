namespace HyperTune.Benchmarks;

/// <summary>
/// A continuous problem seen through z = R (x - s) + z*: one of its minimizers z* comes to lie at s, anywhere in the central 90 % of the box or
/// at its edge, and the axes are mirrored at random or rotated. The optimum stays the same, because the functions are nowhere smaller, inside the box or outside.
/// </summary>
internal sealed class MovedProblem : Problem
{
    private const double Margin = 0.05;

    // Keeps the draws of variants apart from those of the strategies, which use the same seeds.
    private const ulong Stream = 0x5A17ED0F;

    private readonly Problem _inner;
    private readonly double[] _minimizer;
    private readonly double[] _place;
    private readonly double[][] _rotation;

    public MovedProblem(Problem inner, double[][] minimizers, Variant variant, ulong seed)
        : base(inner.Name, inner.Space, inner.Trials, inner.Optimum, inner.NoiseStandardDeviation)
    {
        var random = new RandomStream(seed, Stream);
        int dimensions = inner.Space.DimensionCount;
        _inner = inner;
        _minimizer = minimizers[random.NextInteger(minimizers.Length)];
        _place = new double[dimensions];
        for (int i = 0; i < dimensions; i++)
        {
            double unit = Margin + ((1 - (2 * Margin)) * random.NextUnit());
            if (variant == Variant.Edge && random.NextInteger(2) == 0)
            {
                unit = Math.Round(unit);
            }

            _place[i] = inner.Space.Parameters[i].Distribution.FromUnit(unit);
        }

        _rotation = variant == Variant.Rotated ? RandomMatrix.Orthogonal(dimensions, ref random) : RandomMatrix.Mirror(dimensions, ref random);
    }

    public override IReadOnlyList<double>? Place => _place;

    public override double Evaluate(ReadOnlySpan<double> vector)
    {
        double[] moved = new double[vector.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            double sum = _minimizer[i];
            for (int j = 0; j < moved.Length; j++)
            {
                sum += _rotation[i][j] * (vector[j] - _place[j]);
            }

            moved[i] = sum;
        }

        return _inner.Evaluate(moved);
    }

    public override Problem? CreateVariant(Variant variant, ulong seed) => _inner.CreateVariant(variant, seed);
}
