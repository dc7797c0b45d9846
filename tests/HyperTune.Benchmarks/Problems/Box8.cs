namespace HyperTune.Benchmarks;

/// <summary>Eight parameters.</summary>
[SearchSpace]
internal sealed partial record Box8(Four A, Four B)
{
    public double[] Values => [.. A.Values, .. B.Values];
}
