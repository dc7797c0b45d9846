namespace HyperTune.Numerics;

/// <summary>What a limited-memory quasi-Newton method remembers: its last steps and how the gradient changed along them.</summary>
/// <remarks>Reference: J. Nocedal and S. Wright, "Numerical Optimization", 2nd edition, algorithm 7.4.</remarks>
/// <param name="capacity">How many steps.</param>
internal sealed class CurvaturePairs(int capacity)
{
    // Pairs with less curvature than this make the approximated Hessian useless.
    private const double SmallestCurvature = 1e-10;

    // The oldest first.
    private readonly List<(double[] Step, double[] Change)> _pairs = [];

    public int Count => _pairs.Count;

    public void Clear() => _pairs.Clear();

    /// <summary>Remembers a step, unless the function does not curve upwards along it.</summary>
    public void Add(double[] step, double[] change)
    {
        if (!(Dot(step, change) > SmallestCurvature * Math.Sqrt(Dot(step, step) * Dot(change, change))))
        {
            return;
        }

        if (_pairs.Count == capacity)
        {
            _pairs.RemoveAt(0);
        }

        _pairs.Add((step, change));
    }

    /// <summary>The quasi-Newton direction: minus the approximated inverse Hessian times the gradient, within the free coordinates.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="isFree">Which coordinates may move.</param>
    /// <returns>A direction that descends: where the approximation has none, that of the steepest descent.</returns>
    public double[] Direction(ReadOnlySpan<double> gradient, ReadOnlySpan<bool> isFree)
    {
        double[] direction = Descent(gradient, isFree);
        double[] weights = new double[_pairs.Count];
        double scale = 0;
        for (int k = _pairs.Count - 1; k >= 0; k--)
        {
            (double[] step, double[] change) = _pairs[k];
            double curvature = Dot(step, change, isFree);
            double length = Dot(change, change, isFree);
            if (curvature > SmallestCurvature * length)
            {
                weights[k] = Dot(step, direction, isFree) / curvature;
                AddTo(direction, -weights[k], change, isFree);
                scale = scale == 0 ? curvature / length : scale;
            }
        }

        if (scale == 0)
        {
            return direction;
        }

        for (int i = 0; i < direction.Length; i++)
        {
            direction[i] *= scale;
        }

        for (int k = 0; k < _pairs.Count; k++)
        {
            (double[] step, double[] change) = _pairs[k];
            double curvature = Dot(step, change, isFree);
            if (curvature > SmallestCurvature * Dot(change, change, isFree))
            {
                AddTo(direction, weights[k] - (Dot(change, direction, isFree) / curvature), step, isFree);
            }
        }

        return Dot(gradient, direction) < 0 ? direction : Descent(gradient, isFree);
    }

    private static double[] Descent(ReadOnlySpan<double> gradient, ReadOnlySpan<bool> isFree)
    {
        double[] direction = new double[gradient.Length];
        for (int i = 0; i < direction.Length; i++)
        {
            direction[i] = isFree[i] ? -gradient[i] : 0;
        }

        return direction;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right, ReadOnlySpan<bool> isFree)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += isFree[i] ? left[i] * right[i] : 0;
        }

        return sum;
    }

    private static void AddTo(double[] vector, double factor, ReadOnlySpan<double> other, ReadOnlySpan<bool> isFree)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] += isFree[i] ? factor * other[i] : 0;
        }
    }
}
