namespace HyperTune.Benchmarks.Forms;

/// <summary>The travelling salesman: cities anywhere in a square, and the shortest way round.</summary>
/// <param name="X">The cities' first coordinates.</param>
/// <param name="Y">Their second ones.</param>
internal sealed record Tour(double[] X, double[] Y)
{
    public const int Cities = 8;

    public static Tour Create(ulong seed)
    {
        var random = new RandomStream(seed);
        double[] x = new double[Cities];
        double[] y = new double[Cities];
        for (int i = 0; i < Cities; i++)
        {
            (x[i], y[i]) = (random.NextUnit(), random.NextUnit());
        }

        return new Tour(x, y);
    }

    /// <summary>The length of the way round.</summary>
    public double Length(ReadOnlySpan<int> order)
    {
        double length = 0;
        for (int i = 0; i < order.Length; i++)
        {
            int from = order[i];
            int to = order[(i + 1) % order.Length];
            length += Math.Sqrt(((X[from] - X[to]) * (X[from] - X[to])) + ((Y[from] - Y[to]) * (Y[from] - Y[to])));
        }

        return length;
    }

    /// <summary>The length of the shortest way round, by trying all.</summary>
    public double Shortest() => Shortest([.. Enumerable.Range(0, Cities)], 1);

    // What stands before the place is fixed, the first city for all.
    private double Shortest(int[] order, int place)
    {
        if (place == order.Length)
        {
            return Length(order);
        }

        double best = double.PositiveInfinity;
        for (int i = place; i < order.Length; i++)
        {
            (order[place], order[i]) = (order[i], order[place]);
            best = Math.Min(best, Shortest(order, place + 1));
            (order[place], order[i]) = (order[i], order[place]);
        }

        return best;
    }
}
