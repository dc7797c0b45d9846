namespace HyperTune.Numerics;

/// <summary>What a limited-memory quasi-Newton method remembers: its last steps and how the gradient changed along them.</summary>
/// <remarks>Reference: J. Nocedal and S. Wright, "Numerical Optimization", 2nd edition, algorithm 7.4.</remarks>
/// <param name="capacity">How many steps.</param>
internal sealed class CurvaturePairs(int capacity)
{
    // Pairs with less curvature than this make the approximated Hessian useless.
    private const double SmallestCurvature = 1e-10;

    // The oldest first; those that are not needed any more are written over.
    private readonly List<(double[] Step, double[] Change)> _pairs = [];
    private readonly Stack<(double[] Step, double[] Change)> _unused = [];
    private readonly double[] _weights = new double[capacity];

    public int Count => _pairs.Count;

    public void Clear()
    {
        _pairs.ForEach(_unused.Push);
        _pairs.Clear();
    }

    /// <summary>Remembers a step, unless the function does not curve upwards along it.</summary>
    public void Add(ReadOnlySpan<double> step, ReadOnlySpan<double> change)
    {
        if (Dot(step, change) > SmallestCurvature * Math.Sqrt(Dot(step, step) * Dot(change, change)))
        {
            Remember(step, change);
        }
    }

    /// <summary>Remembers a step, whichever way the function curves along it: it counts while it curves upwards within the free coordinates.</summary>
    public void Remember(ReadOnlySpan<double> step, ReadOnlySpan<double> change)
    {
        if (_pairs.Count == capacity)
        {
            _unused.Push(_pairs[0]);
            _pairs.RemoveAt(0);
        }

        (double[] Step, double[] Change) pair = _unused.TryPop(out var unused) ? unused : (new double[step.Length], new double[step.Length]);
        step.CopyTo(pair.Step);
        change.CopyTo(pair.Change);
        _pairs.Add(pair);
    }

    /// <summary>The quasi-Newton direction: minus the approximated inverse Hessian times the gradient, within the free coordinates.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="isFree">Which coordinates may move.</param>
    /// <returns>A direction that descends: where the approximation has none, that of the steepest descent.</returns>
    public double[] Direction(ReadOnlySpan<double> gradient, ReadOnlySpan<bool> isFree)
    {
        double[] direction = new double[gradient.Length];
        WriteDirection(gradient, isFree, direction);
        return direction;
    }

    /// <summary>Writes what <see cref="Direction"/> gives.</summary>
    public void WriteDirection(ReadOnlySpan<double> gradient, ReadOnlySpan<bool> isFree, Span<double> direction)
    {
        WriteDescent(gradient, isFree, direction);
        double scale = 0;
        for (int k = _pairs.Count - 1; k >= 0; k--)
        {
            (double[] step, double[] change) = _pairs[k];
            double curvature = Dot(step, change, isFree);
            double length = Dot(change, change, isFree);
            if (curvature > SmallestCurvature * length)
            {
                _weights[k] = Dot(step, direction, isFree) / curvature;
                AddTo(direction, -_weights[k], change, isFree);
                scale = scale == 0 ? curvature / length : scale;
            }
        }

        if (scale == 0)
        {
            return;
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
                AddTo(direction, _weights[k] - (Dot(change, direction, isFree) / curvature), step, isFree);
            }
        }

        if (!(Dot(gradient, direction, isFree) < 0))
        {
            WriteDescent(gradient, isFree, direction);
        }
    }

    private static void WriteDescent(ReadOnlySpan<double> gradient, ReadOnlySpan<bool> isFree, Span<double> direction)
    {
        for (int i = 0; i < direction.Length; i++)
        {
            direction[i] = isFree[i] ? -gradient[i] : 0;
        }
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

    private static void AddTo(Span<double> vector, double factor, ReadOnlySpan<double> other, ReadOnlySpan<bool> isFree)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] += isFree[i] ? factor * other[i] : 0;
        }
    }
}
