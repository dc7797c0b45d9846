namespace HyperTune.Benchmarks;

/// <summary>Ten parameters.</summary>
[SearchSpace]
internal sealed partial record Box10(Five A, Five B)
{
    public double[] Values => [.. A.Values, .. B.Values];
}
