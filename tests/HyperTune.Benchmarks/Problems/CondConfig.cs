namespace HyperTune.Benchmarks;

/// <summary>A config whose optimizer decides which parameters exist.</summary>
internal sealed record CondConfig(CondOptimizer Optimizer, int Depth, double WeightDecay) : ISearchSpace<CondConfig>
{
    public static SearchSpace<CondConfig> Space { get; } = CreateSpace();

    private static HandBuiltSpace<CondConfig> CreateSpace()
    {
        Parameter optimizer = HandBuiltSpace<CondConfig>.Choice("Optimizer", 0, ["Sgd", "Adam", "RmsProp"]);
        var sgd = ParameterCondition.OneOf(optimizer, 0);
        var adam = ParameterCondition.OneOf(optimizer, 1);
        var rmsProp = ParameterCondition.OneOf(optimizer, 2);
        return new HandBuiltSpace<CondConfig>(
            [
                optimizer,
                HandBuiltSpace<CondConfig>.Numeric("Optimizer.Sgd.Lr", 1, new LogUniformDistribution(1e-4, 1), sgd),
                HandBuiltSpace<CondConfig>.Numeric("Optimizer.Sgd.Momentum", 2, new UniformDistribution(0, 0.99), sgd),
                HandBuiltSpace<CondConfig>.Choice("Optimizer.Sgd.Nesterov", 3, ["false", "true"], sgd),
                HandBuiltSpace<CondConfig>.Numeric("Optimizer.Adam.Lr", 4, new LogUniformDistribution(1e-5, 1e-1), adam),
                HandBuiltSpace<CondConfig>.Numeric("Optimizer.Adam.Beta1", 5, new UniformDistribution(0.5, 0.999), adam),
                HandBuiltSpace<CondConfig>.Numeric("Optimizer.Adam.Epsilon", 6, new LogUniformDistribution(1e-9, 1e-4), adam),
                HandBuiltSpace<CondConfig>.Numeric("Optimizer.RmsProp.Lr", 7, new LogUniformDistribution(1e-5, 1e-1), rmsProp),
                HandBuiltSpace<CondConfig>.Numeric("Optimizer.RmsProp.Alpha", 8, new UniformDistribution(0.8, 0.999), rmsProp),
                HandBuiltSpace<CondConfig>.Numeric("Depth", 9, new UniformDistribution(1, 8, 1)),
                HandBuiltSpace<CondConfig>.Numeric("WeightDecay", 10, new LogUniformDistribution(1e-6, 1e-1)),
            ],
            Decode,
            Encode);
    }

    private static CondConfig Decode(double[] v)
    {
        CondOptimizer optimizer = v[0] switch
        {
            0 => new CondOptimizer.Sgd(v[1], v[2], v[3] == 1),
            1 => new CondOptimizer.Adam(v[4], v[5], v[6]),
            _ => new CondOptimizer.RmsProp(v[7], v[8]),
        };
        return new CondConfig(optimizer, (int)v[9], v[10]);
    }

    private static double[] Encode(CondConfig config)
    {
        double[] v = [0, 0, 0, 0, 0, 0, 0, 0, 0, config.Depth, config.WeightDecay];
        switch (config.Optimizer)
        {
            case CondOptimizer.Sgd sgd:
                (v[0], v[1], v[2], v[3]) = (0, sgd.Lr, sgd.Momentum, sgd.Nesterov ? 1 : 0);
                break;
            case CondOptimizer.Adam adam:
                (v[0], v[4], v[5], v[6]) = (1, adam.Lr, adam.Beta1, adam.Epsilon);
                break;
            case CondOptimizer.RmsProp rmsProp:
                (v[0], v[7], v[8]) = (2, rmsProp.Lr, rmsProp.Alpha);
                break;
        }

        return v;
    }
}
