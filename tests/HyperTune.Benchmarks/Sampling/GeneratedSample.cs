namespace HyperTune.Benchmarks;

/// <summary>The generated code: draw a vector, decode it.</summary>
internal sealed class GeneratedSample : ConfigWorkload
{
    private RandomStream _random = new(Seed);

    public override string Name => "generated: Space.Sample";

    public override void Run(int count)
    {
        SamplingConfig.SpaceDescriptor space = SamplingConfig.Space;
        for (int i = 0; i < count; i++)
        {
            Last = space.Sample(ref _random);
        }
    }
}
