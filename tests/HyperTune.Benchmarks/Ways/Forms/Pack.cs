namespace HyperTune.Benchmarks.Forms;

/// <summary>A bag that holds half of what there is: each item has a value and a weight, and what is too heavy costs.</summary>
/// <param name="Values">The items' values.</param>
/// <param name="Weights">Their weights.</param>
internal sealed record Pack(double[] Values, double[] Weights)
{
    public const int Count = 20;

    // Worth more than any item is for its weight.
    private const double Fine = 10;

    public static Pack Create(ulong seed)
    {
        var random = new RandomStream(seed);
        double[] values = new double[Count];
        double[] weights = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            (values[i], weights[i]) = (0.2 + (0.8 * random.NextUnit()), 0.2 + (0.8 * random.NextUnit()));
        }

        return new Pack(values, weights);
    }

    /// <summary>How much the bag holds.</summary>
    public double Capacity => Weights.Sum() / 2;

    /// <summary>The value of a bag, less what is paid for being too heavy.</summary>
    public double Value(int items)
    {
        double value = 0;
        double weight = 0;
        for (int i = 0; i < Count; i++)
        {
            if ((items & (1 << i)) != 0)
            {
                value += Values[i];
                weight += Weights[i];
            }
        }

        return value - (Fine * Math.Max(0, weight - Capacity));
    }

    /// <summary>The best value, by trying all bags.</summary>
    public double Best() => Enumerable.Range(0, 1 << Count).Max(Value);
}
