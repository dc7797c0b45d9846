namespace HyperTune.Benchmarks;

/// <summary>
/// Curves that end at the values of <see cref="MlpProblem"/>: y(t) = f + A (t^-s - T^-s), with noise of deviation 0.004 before the end. In the easy family the step
/// size alone decides how fast a config learns; in the reversing one, the better a config is, the slower it learns.
/// </summary>
internal static class MlpCurves
{
    private const double Noise = 0.004;
    private const int SampleSize = 1000;
    private static readonly double Optimum = MlpOptimum.Of(MlpConstants.Published);

    public static LearningCurves<MlpConfig> Easy { get; } = Of(0.6, static (config, _) => 0.8 + (0.5 * (Math.Log10(config.Lr) + 5) / 4));

    public static LearningCurves<MlpConfig> Reversing { get; } = Of(1, static (_, value) => 0.15 + (2 * Math.Min(1, (value - Optimum) / 0.15)));

    /// <summary>The values of random configs.</summary>
    public static double[] Sample { get; } =
    [
        .. Enumerable.Range(0, SampleSize).Select(static i =>
        {
            var random = new RandomStream(11, (ulong)i);
            return MlpProblem.Evaluate(MlpConfig.Space.Sample(ref random), MlpConstants.Published);
        }),
    ];

    private static LearningCurves<MlpConfig> Of(double height, Func<MlpConfig, double, double> exponent)
        => LearningCurves.Function(MlpConfig.Space, OptimizationDirection.Minimize, config => Curve(config, height, exponent));

    private static LearningCurve Curve(MlpConfig config, double height, Func<MlpConfig, double, double> exponent)
    {
        double value = MlpProblem.Evaluate(config, MlpConstants.Published);
        double s = exponent(config, value);
        var random = new RandomStream(SeedOf(config));
        double[] values = new double[CurveFamily.Steps];
        for (int t = 1; t <= values.Length; t++)
        {
            double noise = t < values.Length ? Noise * random.NextNormal() : 0;
            values[t - 1] = value + (height * (Math.Pow(t, -s) - Math.Pow(values.Length, -s))) + noise;
        }

        return new LearningCurve(values);
    }

    // The same noise for the same config.
    private static ulong SeedOf(MlpConfig config)
    {
        double[] vector = new double[MlpConfig.Space.DimensionCount];
        MlpConfig.Space.Encode(config, vector);
        ulong seed = 17;
        foreach (double value in vector)
        {
            seed = unchecked((seed * 0x9E3779B97F4A7C15UL) ^ BitConverter.DoubleToUInt64Bits(value));
        }

        return seed;
    }
}
