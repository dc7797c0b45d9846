namespace HyperTune.Benchmarks;

/// <summary>Where the optima of <see cref="CondProblem"/> are; logarithms are decimal.</summary>
/// <param name="Floors">The best value of each branch, in the order sgd, adam, rmsprop.</param>
/// <param name="Depths">The best depth of each branch.</param>
/// <param name="SgdLogLr">The best effective learning rate, lr / (1 - momentum), of sgd.</param>
/// <param name="SgdMomentum">The best momentum of sgd.</param>
/// <param name="SgdNesterov">The better choice of sgd's switch.</param>
/// <param name="AdamLogLr">The best learning rate of adam.</param>
/// <param name="AdamBeta1">The best beta1 of adam.</param>
/// <param name="AdamLogEpsilon">The best epsilon of adam.</param>
/// <param name="RmsLogLr">The middle of the narrow basin of rmsprop.</param>
/// <param name="RmsAlpha">The best alpha of rmsprop.</param>
/// <param name="LogWeightDecay">The best weight decay at depth 0.</param>
internal sealed record CondConstants(
    double[] Floors,
    int[] Depths,
    double SgdLogLr,
    double SgdMomentum,
    bool SgdNesterov,
    double AdamLogLr,
    double AdamBeta1,
    double AdamLogEpsilon,
    double RmsLogLr,
    double RmsAlpha,
    double LogWeightDecay)
{
    public static CondConstants Published { get; } = new(
        [0.12, 0.10, 0.09], [3, 5, 6], -1, 0.9, true, -3.2, 0.88, -7, -3.6, 0.95, -3);

    /// <summary>Floors and depths permuted among the branches, every other optimum anywhere in the central 90 % of its range.</summary>
    public static CondConstants Moved(ulong seed)
    {
        var random = new RandomStream(seed, stream: 0xC04D);
        double[] floors = [.. Published.Floors];
        int[] depths = [.. Published.Depths];
        random.Shuffle(floors.AsSpan());
        random.Shuffle(depths.AsSpan());
        double momentum = Central(ref random, 0, 0.99);
        return new CondConstants(
            floors,
            depths,
            Central(ref random, -4, 0) - Math.Log10(1 - momentum),
            momentum,
            random.NextInteger(2) == 0,
            Central(ref random, -5, -1),
            Central(ref random, 0.5, 0.999),
            Central(ref random, -9, -4),
            Central(ref random, -5, -1),
            Central(ref random, 0.8, 0.999),
            Central(ref random, -6, -1) + (0.15 * depths[Array.IndexOf(floors, floors.Min())]));
    }

    private static double Central(ref RandomStream random, double low, double high) => low + ((high - low) * (0.05 + (0.9 * random.NextUnit())));
}
