namespace HyperTune.Benchmarks;

/// <summary>The part of a space in which trials fail: everything beyond a random plane, the optimum on the other side.</summary>
internal sealed class FailingRegion
{
    private const ulong Stream = 0xFA11;
    private const int Draws = 2000;

    private readonly SearchSpace _space;
    private readonly double[] _normal;
    private readonly double _limit;

    /// <param name="problem">A problem with a known place of the optimum.</param>
    /// <param name="share">The share of the space that fails, below 1/2.</param>
    /// <param name="seed">The seed of the plane.</param>
    public FailingRegion(Problem problem, double share, ulong seed)
    {
        if (share is not (> 0 and < 0.5))
        {
            throw new UsageException("The failing share must be below 50 percent, so that the optimum can be outside.");
        }

        IReadOnlyList<double> place = problem.Place
            ?? throw new UsageException($"Failing regions need to know where the optimum is; '{problem.Name}' does not in this variant.");
        var random = new RandomStream(seed, Stream);
        _space = problem.Space;
        _normal = new double[_space.DimensionCount];
        for (int i = 0; i < _normal.Length; i++)
        {
            _normal[i] = random.NextNormal();
        }

        _limit = Limit(share, random);
        if (Height([.. place]) > _limit)
        {
            for (int i = 0; i < _normal.Length; i++)
            {
                _normal[i] = -_normal[i];
            }

            _limit = Limit(share, random);
        }
    }

    public bool Contains(ReadOnlySpan<double> vector) => Height(vector) > _limit;

    // The height that the given share of random vectors exceeds.
    private double Limit(double share, RandomStream random)
    {
        double[] heights = new double[Draws];
        double[] vector = new double[_space.DimensionCount];
        for (int i = 0; i < Draws; i++)
        {
            _space.SampleVector(ref random, vector);
            heights[i] = Height(vector);
        }

        Array.Sort(heights);
        return heights[(int)((1 - share) * Draws)];
    }

    private double Height(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            sum += _normal[i] * _space.Parameters[i].Distribution.ToUnit(vector[i]);
        }

        return sum;
    }
}
