namespace HyperTune.Benchmarks;

/// <summary>Nothing but the config object: what drawing one cannot do without.</summary>
internal sealed class DefaultConfig : ConfigWorkload
{
    public override string Name => "the config object alone";

    public override void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Last = new SamplingConfig();
        }
    }
}
