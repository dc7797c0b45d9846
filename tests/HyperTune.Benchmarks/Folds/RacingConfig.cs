namespace HyperTune.Benchmarks;

/// <summary>
/// A config whose scores on folds look like those of cross-validation: how good it is, how hard each fold is, and a noise of its own on each fold.
/// </summary>
/// <remarks>
/// Losses lie above the best possible one by an exponential amount, so that many configs are nearly as good as the best one. The noise has a deviation of 1 on
/// average, and that of a config is between 0.5 and 1.5. Folds differ by twice that.
/// </remarks>
[SearchSpace]
internal sealed partial record RacingConfig([Uniform(0, 1)] double X = 0.5, [Uniform(0, 1)] double Y = 0.5)
{
    private const double FoldDeviation = 2;
    private const ulong FoldStream = 1;
    private const ulong NoiseStream = 2;

    /// <summary>How many folds there are.</summary>
    public static int FoldCount => 10;

    /// <summary>The deviation of the config's own noise.</summary>
    public double Noise => 0.5 + Y;

    /// <summary>The loss over all possible folds.</summary>
    /// <param name="spread">The mean loss above the best possible one.</param>
    public double Loss(double spread) => -spread * Math.Log(1 - X);

    /// <summary>The score on one fold.</summary>
    /// <param name="spread">The mean loss above the best possible one.</param>
    /// <param name="fold">The fold.</param>
    /// <param name="seed">Which folds and which noise.</param>
    public double Score(double spread, int fold, long seed)
    {
        var folds = new RandomStream((ulong)seed, FoldStream + ((ulong)fold << 8));
        var noise = new RandomStream((ulong)seed ^ BitConverter.DoubleToUInt64Bits(X), NoiseStream + ((ulong)fold << 8));
        return Loss(spread) + (FoldDeviation * folds.NextNormal()) + (Noise * noise.NextNormal());
    }
}
