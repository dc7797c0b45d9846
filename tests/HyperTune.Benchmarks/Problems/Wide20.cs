namespace HyperTune.Benchmarks;

/// <summary>Twenty parameters.</summary>
[SearchSpace]
internal sealed partial record Wide20(Five A, Five B, Five C, Five D)
{
    public double[] Values => [.. A.Values, .. B.Values, .. C.Values, .. D.Values];
}
