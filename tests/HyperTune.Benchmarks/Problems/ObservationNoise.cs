namespace HyperTune.Benchmarks;

/// <summary>The suite's own noise, reproducible in any language: SplitMix64 and the Box-Muller transform.</summary>
internal static class ObservationNoise
{
    /// <summary>A draw from the standard normal distribution that depends on nothing but the seed and the trial.</summary>
    public static double Gauss(ulong seed, ulong trial)
    {
        ulong state = (seed * 0x9E3779B97F4A7C15UL) + (trial * 0xBF58476D1CE4E5B9UL) + 0x94D049BB133111EBUL;
        double u1 = Unit(Next(ref state));
        double u2 = Unit(Next(ref state));
        return Math.Sqrt(-2 * Math.Log(u1)) * Math.Cos(2 * Math.PI * u2);
    }

    private static double Unit(ulong bits) => ((bits >> 11) + 0.5) / (1UL << 53);

    private static ulong Next(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
