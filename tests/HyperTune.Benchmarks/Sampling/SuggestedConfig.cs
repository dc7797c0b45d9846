namespace HyperTune.Benchmarks;

/// <summary>What a study does for a trial: random search suggests a vector, generated code decodes it.</summary>
internal sealed class SuggestedConfig : ConfigWorkload
{
    private readonly double[] _vector = new double[SamplingConfig.Space.DimensionCount];
    private readonly StrategyRun _run = Strategy.Random().Start(new StrategyContext { Space = SamplingConfig.Space, Seed = Seed });
    private int _number;

    public override string Name => "generated: suggest and decode";

    public override void Run(int count)
    {
        SearchSpace<SamplingConfig> space = SamplingConfig.Space;
        for (int i = 0; i < count; i++)
        {
            _run.TrySuggest(_number++, _vector, CancellationToken.None);
            Last = space.Decode(_vector);
        }
    }
}
