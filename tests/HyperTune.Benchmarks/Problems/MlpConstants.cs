namespace HyperTune.Benchmarks;

/// <summary>What makes one made-up network differ from another: where its optimum is.</summary>
/// <param name="LogLr">The best log10 learning rate of each optimizer at three layers and batches of 64.</param>
/// <param name="Capacity">The best capacity of each activation.</param>
/// <param name="WeightDecayDecades">By how many decades the best weight decay is larger than published.</param>
/// <param name="Dropout">The best dropout.</param>
/// <param name="BatchDoublings">By how many doublings the batch size with the published learning rates differs from 64.</param>
/// <param name="Activations">Which published activation each listed one stands for.</param>
/// <param name="Optimizers">Which published optimizer each listed one stands for.</param>
internal sealed record MlpConstants(
    double[] LogLr,
    double[] Capacity,
    double WeightDecayDecades,
    double Dropout,
    double BatchDoublings,
    int[] Activations,
    int[] Optimizers)
{
    public static MlpConstants Published { get; } = new(
        [-1.4, -2.0, -3.1, -3.3], [10.2, 9.4, 10.6, 8.2], 0, 0.15, 0, [0, 1, 2, 3], [0, 1, 2, 3]);

    /// <summary>Categories in another order; learning rates, capacities, weight decay, dropout and batch size moved.</summary>
    public static MlpConstants Moved(ulong seed)
    {
        var random = new RandomStream(seed, stream: 0x317);
        int[] activations = [0, 1, 2, 3];
        int[] optimizers = [0, 1, 2, 3];
        random.Shuffle(activations.AsSpan());
        random.Shuffle(optimizers.AsSpan());
        double[] logLr = [.. Published.LogLr];
        double[] capacity = [.. Published.Capacity];
        for (int i = 0; i < 4; i++)
        {
            logLr[i] += Symmetric(ref random, 0.5);
            capacity[i] += Symmetric(ref random, 0.8);
        }

        return new MlpConstants(
            logLr,
            capacity,
            Symmetric(ref random, 0.8),
            0.03 + (0.54 * random.NextUnit()),
            Symmetric(ref random, 1.5),
            activations,
            optimizers);
    }

    private static double Symmetric(ref RandomStream random, double width) => width * ((2 * random.NextUnit()) - 1);
}
