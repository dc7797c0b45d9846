namespace HyperTune.Benchmarks;

/// <summary>A way to draw configs.</summary>
internal abstract class ConfigWorkload : Workload
{
    protected const ulong Seed = 7;

    /// <summary>The last config drawn. Every config is stored here, or the JIT could leave its allocation out.</summary>
    public SamplingConfig? Last { get; protected set; }
}
