namespace HyperTune.Benchmarks;

/// <summary>Decoding a conditional config, over vectors of which no two in a row take the same branches.</summary>
internal sealed class ConditionalDecode : Workload
{
    private const int VectorCount = 256;

    private readonly double[][] _vectors = new double[VectorCount][];
    private int _next;

    public ConditionalDecode()
    {
        var random = new RandomStream(7);
        for (int i = 0; i < VectorCount; i++)
        {
            _vectors[i] = new double[ConditionalConfig.Space.DimensionCount];
            ConditionalConfig.Space.SampleVector(ref random, _vectors[i]);
        }
    }

    /// <summary>The last config decoded. Every config is stored here, or the JIT could leave its allocation out.</summary>
    public ConditionalConfig? Last { get; private set; }

    public override string Name => $"decode alone: conditional, {ConditionalConfig.Space.DimensionCount} parameters";

    public override void Run(int count)
    {
        SearchSpace<ConditionalConfig> space = ConditionalConfig.Space;
        for (int i = 0; i < count; i++)
        {
            Last = space.Decode(_vectors[_next++ % VectorCount]);
        }
    }
}
