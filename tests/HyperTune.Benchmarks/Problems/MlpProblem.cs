namespace HyperTune.Benchmarks;

/// <summary>The validation error of a made-up neural network: learning rate, capacity and regularization interact, and categories shift their optima.</summary>
internal sealed class MlpProblem : Problem
{
    public const double Floor = 0.08;

    private readonly MlpConstants _constants;

    public MlpProblem(MlpConstants constants)
        : base("mlp_mixed", MlpConfig.Space, trials: 100, MlpOptimum.Of(constants), noiseStandardDeviation: 0) => _constants = constants;

    public override double Evaluate(ReadOnlySpan<double> vector) => Evaluate(MlpConfig.Space.Decode(vector), _constants);

    public override Problem? CreateVariant(Variant variant, ulong seed) => variant switch
    {
        Variant.Original => new MlpProblem(MlpConstants.Published),
        Variant.Shifted => new MlpProblem(MlpConstants.Moved(seed)),
        _ => null,
    };

    public static double Evaluate(MlpConfig config, MlpConstants constants)
    {
        var activation = (MlpActivation)constants.Activations[(int)config.Activation];
        var optimizer = (MlpOptimizer)constants.Optimizers[(int)config.Optimizer];
        double excess = ExcessCapacity(constants, activation, config.Layers, config.Units);
        double logLr = BestLogLr(constants, optimizer, config.Layers, config.BatchSize);
        return Floor
            + LearningRateTerm(Math.Log10(config.Lr) - logLr)
            + CapacityTerm(excess)
            + RegularizationTerm(constants, Math.Log10(config.WeightDecay), config.Dropout, excess)
            + CategoryTerm(activation, optimizer, config.Layers);
    }

    public static double BestLogLr(MlpConstants constants, MlpOptimizer optimizer, int layers, int batchSize)
        => constants.LogLr[(int)optimizer] - (0.12 * (layers - 3)) + (0.2 * (Math.Log2(batchSize / 64.0) - constants.BatchDoublings));

    public static double LearningRateTerm(double distance)
    {
        double square = distance * distance;
        double smooth = 0.10 * square / (1 + (0.25 * square));
        return distance > 1.2 ? smooth + (0.5 * (1 - Math.Exp(-3 * (distance - 1.2)))) : smooth;
    }

    public static double ExcessCapacity(MlpConstants constants, MlpActivation activation, int layers, int units)
        => Math.Log2(units) + (0.8 * layers) - constants.Capacity[(int)activation];

    public static double CapacityTerm(double excess) => 0.012 * excess * excess;

    public static double BestLogWeightDecay(MlpConstants constants, double dropout, double excess)
        => (0.3 * excess) - 4 + constants.WeightDecayDecades - (4 * (dropout - constants.Dropout - 0.05));

    public static double RegularizationTerm(MlpConstants constants, double logWeightDecay, double dropout, double excess)
    {
        double mismatch = logWeightDecay - BestLogWeightDecay(constants, dropout, excess);
        double dropoutDistance = dropout - constants.Dropout;
        return (0.015 * mismatch * mismatch) + (0.05 * dropoutDistance * dropoutDistance);
    }

    public static double CategoryTerm(MlpActivation activation, MlpOptimizer optimizer, int layers)
        => (activation switch
        {
            MlpActivation.Relu => 0.01,
            MlpActivation.Gelu => 0.0,
            MlpActivation.Tanh => 0.02 + (0.01 * (layers - 1)),
            _ => 0.05 + (0.03 * (layers - 1)),
        })
        + (optimizer switch
        {
            MlpOptimizer.Sgd => 0.03,
            MlpOptimizer.Momentum => 0.01,
            MlpOptimizer.Adam => 0.0,
            _ => 0.012,
        })
        + ((activation, optimizer) switch
        {
            (MlpActivation.Gelu, MlpOptimizer.Sgd) => 0.02,
            (MlpActivation.Relu, MlpOptimizer.Momentum) => -0.008,
            _ => 0,
        });
}
