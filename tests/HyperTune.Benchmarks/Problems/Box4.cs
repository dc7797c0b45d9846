namespace HyperTune.Benchmarks;

/// <summary>Four parameters.</summary>
[SearchSpace]
internal sealed partial record Box4(Four A)
{
    public double[] Values => A.Values;
}
