namespace HyperTune.Benchmarks;

/// <summary>Fifty parameters.</summary>
[SearchSpace]
internal sealed partial record Wide50(Five A, Five B, Five C, Five D, Five E, Five F, Five G, Five H, Five I, Five J)
{
    public double[] Values =>
    [
        .. A.Values, .. B.Values, .. C.Values, .. D.Values, .. E.Values,
        .. F.Values, .. G.Values, .. H.Values, .. I.Values, .. J.Values,
    ];
}
