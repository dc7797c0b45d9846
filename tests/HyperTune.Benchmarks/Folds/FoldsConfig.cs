namespace HyperTune.Benchmarks;

/// <summary>A smooth objective averaged over five folds, of which some are harder than others by a constant.</summary>
[SearchSpace]
internal sealed partial record FoldsConfig([Uniform(0, 1)] double X = 0.5, [Uniform(0, 1)] double Y = 0.5, [Uniform(0, 1)] double Z = 0.5)
{
    /// <summary>What each fold adds; nothing on average.</summary>
    private static readonly double[] Offsets = [0.6, -0.4, 0.3, -0.6, 0.1];

    /// <summary>The number of folds.</summary>
    public static int FoldCount => Offsets.Length;

    /// <summary>The mean over all folds, which is 0 at its smallest.</summary>
    public double Regret
        => ((X - 0.37) * (X - 0.37)) + (2 * (Y - 0.61) * (Y - 0.61)) + (0.5 * (Z - 0.22) * (Z - 0.22)) + (0.5 * (X - 0.37) * (Y - 0.61));

    /// <summary>The value on one fold.</summary>
    public double Value(int fold) => Regret + Offsets[fold];
}
