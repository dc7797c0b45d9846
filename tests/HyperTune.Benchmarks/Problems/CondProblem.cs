namespace HyperTune.Benchmarks;

/// <summary>Three optimizers with parameters of their own; the best one has the narrowest basin.</summary>
internal sealed class CondProblem(CondConstants constants)
    : Problem("cond_opt", CondConfig.Space, trials: 100, constants.Floors.Min(), noiseStandardDeviation: 0)
{
    public override double Evaluate(ReadOnlySpan<double> vector)
    {
        CondConfig config = CondConfig.Space.Decode(vector);
        (int branch, double value) = config.Optimizer switch
        {
            CondOptimizer.Sgd sgd => (0, SgdTerm(sgd)),
            CondOptimizer.Adam adam => (1, AdamTerm(adam)),
            CondOptimizer.RmsProp rmsProp => (2, RmsPropTerm(rmsProp)),
            _ => throw new InvalidOperationException($"{config.Optimizer} is no optimizer of this problem."),
        };
        double depth = config.Depth - constants.Depths[branch];
        double decay = Math.Log10(config.WeightDecay) - constants.LogWeightDecay + (0.15 * config.Depth);
        return constants.Floors[branch] + value + (0.01 * depth * depth) + (0.02 * decay * decay / (1 + (0.1 * decay * decay)));
    }

    public override Problem? CreateVariant(Variant variant, ulong seed) => variant switch
    {
        Variant.Original => new CondProblem(CondConstants.Published),
        Variant.Shifted => new CondProblem(CondConstants.Moved(seed)),
        _ => null,
    };

    private double SgdTerm(CondOptimizer.Sgd sgd)
        => (0.06 * Square(Math.Log10(sgd.Lr / (1 - sgd.Momentum)) - constants.SgdLogLr))
        + (0.3 * Square(sgd.Momentum - constants.SgdMomentum))
        + (sgd.Nesterov == constants.SgdNesterov ? 0 : 0.01);

    private double AdamTerm(CondOptimizer.Adam adam)
        => (0.09 * Square(Math.Log10(adam.Lr) - constants.AdamLogLr))
        + (0.5 * Square(adam.Beta1 - constants.AdamBeta1))
        + (0.004 * Square(Math.Log10(adam.Epsilon) - constants.AdamLogEpsilon));

    private double RmsPropTerm(CondOptimizer.RmsProp rmsProp)
        => (0.25 * (1 - Math.Exp(-4 * Square(Math.Log10(rmsProp.Lr) - constants.RmsLogLr))))
        + (2 * Square(rmsProp.Alpha - constants.RmsAlpha));

    private static double Square(double x) => x * x;
}
