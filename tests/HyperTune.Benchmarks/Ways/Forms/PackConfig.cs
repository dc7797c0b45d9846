namespace HyperTune.Benchmarks.Forms;

/// <summary>What goes into a bag.</summary>
[SearchSpace]
internal sealed partial record PackConfig
{
    [Subset] public Items Items { get; init; }
}
