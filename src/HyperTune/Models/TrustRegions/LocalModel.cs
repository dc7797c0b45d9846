using HyperTune.Numerics;

namespace HyperTune.Models.TrustRegions;

/// <summary>A model of the differences to the best value near the best trial: a linear function, and the rest with the least norm in a kernel.</summary>
/// <remarks>Exact at the origin, the best trial. Coordinates are in units of the trust region's radius.</remarks>
/// <param name="scale">What is modelled in place of the differences.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="points">The trials' coordinates, one after the other.</param>
/// <param name="weights">The kernel's weight of each trial.</param>
/// <param name="slope">The linear part.</param>
/// <param name="unit">The unit of the coordinates, as a share of the range.</param>
/// <param name="error">The leave-one-out error, in the values' unit.</param>
internal sealed class LocalModel(LocalScale scale, LocalKernel kernel, double[] points, double[] weights, double[] slope, double unit, double error)
    : IDifferentiableFunction
{
    private readonly double[] _point = new double[slope.Length];
    private double _output;

    /// <summary>The unit of the coordinates, as a share of the range.</summary>
    public double Unit => unit;

    /// <summary>By how much the model misses trials that it does not know, in the root mean square; those outside of the region count less.</summary>
    public double Error => error;

    /// <summary>The difference to the best value that the model expects.</summary>
    public double Evaluate(ReadOnlySpan<double> point)
    {
        point.CopyTo(_point);
        double value = SimdMath.Dot(slope, _point, slope.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            value += weights[i] * kernel.Evaluate(_point, points.AsSpan(i * slope.Length, slope.Length));
        }

        _output = value;
        return scale.Invert(value);
    }

    public void WriteGradient(Span<double> gradient)
    {
        slope.CopyTo(gradient);
        for (int i = 0; i < weights.Length; i++)
        {
            kernel.AddGradient(weights[i], _point, points.AsSpan(i * slope.Length, slope.Length), gradient);
        }

        double chain = scale.SlopeAt(_output);
        for (int j = 0; j < slope.Length; j++)
        {
            gradient[j] *= chain;
        }
    }
}
