namespace HyperTune.Benchmarks;

/// <summary>The lower bound: the same ten draws written out by hand for this one type, without a vector between draw and config.</summary>
internal sealed class HandWrittenSample : ConfigWorkload
{
    private static readonly double LogLearningRateLow = Math.Log(1e-5);
    private static readonly double LogLearningRateWidth = Math.Log(1e-1) - LogLearningRateLow;
    private static readonly double LogWeightDecayLow = Math.Log(1e-8);
    private static readonly double LogWeightDecayWidth = Math.Log(1e-2) - LogWeightDecayLow;

    private RandomStream _random = new(Seed);

    public override string Name => "written by hand";

    public override void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Last = Draw(ref _random);
        }
    }

    private static SamplingConfig Draw(ref RandomStream random) => new()
    {
        LearningRate = Math.Exp(LogLearningRateLow + (random.NextUnit() * LogLearningRateWidth)),
        WeightDecay = Math.Exp(LogWeightDecayLow + (random.NextUnit() * LogWeightDecayWidth)),
        Dropout = random.NextUnit() * 0.5,
        Momentum = random.NextUnit() * 0.99,
        LabelSmoothing = random.NextUnit() * 0.3,
        ClippingNorm = 0.1 + (random.NextUnit() * 9.9),
        Layers = 1 + (int)(random.NextUnit() * 8),
        Units = 16 + (int)(random.NextUnit() * 497),
        Activation = (int)(random.NextUnit() * 4) switch { 0 => "relu", 1 => "tanh", 2 => "gelu", _ => "silu" },
        Augment = random.NextUnit() >= 0.5,
    };
}
