using HyperTune.Numerics.Normal;

namespace HyperTune.Strategies.Tpe;

/// <summary>What truncates normal kernels to the unit interval, as logarithms.</summary>
/// <remarks>
/// The best trials change ranks far more often than kernels, so what was computed last for many of them is kept: a suggestion after trials of others takes as
/// long as one after the strategy's own then.
/// </remarks>
internal sealed class KernelNormalizers
{
    // More than the kernels of the best trials in ten numeric dimensions.
    private const int Remembered = 1024;

    // Farther away, in bandwidths, less mass lies than makes a difference to 1.
    private const double FarthestMass = 8.3;

    private static readonly double SqrtHalf = Math.Sqrt(0.5);
    private static readonly double LogSqrtTwoPi = 0.5 * Math.Log(2 * Math.PI);

    private readonly (float Mean, float Inverse, bool IsDiscrete, float Value)[] _known = new (float, float, bool, float)[Remembered];

    // The last bandwidth, which is that of most kernels where trials are dense: where its kernels lose nothing beyond the ends, and what all of them there have.
    private (float Inverse, bool IsDiscrete, double Begin, float Value) _middle;

    /// <summary>
    /// -ln(sqrt(2 pi) s (Phi((1 - m) / s) - Phi(-m / s))); of a kernel of discrete numbers, whose cells come as twice their mass, with 2 in place of sqrt(2 pi) s.
    /// </summary>
    /// <param name="mean">m, in [0, 1].</param>
    /// <param name="inverse">sqrt(1/2) over the bandwidth s.</param>
    /// <param name="isDiscrete">Whether the numbers are discrete.</param>
    public float Logarithm(float mean, float inverse, bool isDiscrete)
    {
        if (_middle.Inverse != inverse || _middle.IsDiscrete != isDiscrete)
        {
            _middle = MiddleOf(inverse, isDiscrete);
        }

        if (mean > _middle.Begin && 1 - mean > _middle.Begin)
        {
            return _middle.Value;
        }

        ref (float Mean, float Inverse, bool IsDiscrete, float Value) known = ref _known[KernelKey.Hash(mean, inverse) % Remembered];
        if (known.Mean != mean || known.Inverse != inverse || known.IsDiscrete != isDiscrete)
        {
            known = (mean, inverse, isDiscrete, Compute(mean, inverse, isDiscrete));
        }

        return known.Value;
    }

    private static (float Inverse, bool IsDiscrete, double Begin, float Value) MiddleOf(float inverse, bool isDiscrete)
    {
        double bandwidth = SqrtHalf / inverse;
        return (inverse, isDiscrete, FarthestMass * bandwidth, Of(bandwidth, mass: 1, isDiscrete));
    }

    private static float Compute(double mean, double inverse, bool isDiscrete)
    {
        double bandwidth = SqrtHalf / inverse;
        double mass = 1 - Beyond(mean / bandwidth) - Beyond((1 - mean) / bandwidth);
        return Of(bandwidth, mass, isDiscrete);
    }

    private static float Of(double bandwidth, double mass, bool isDiscrete)
        => (float)(isDiscrete ? -Math.Log(2 * mass) : -Math.Log(bandwidth * mass) - LogSqrtTwoPi);

    // The mass of a kernel farther than so many bandwidths to one side.
    private static double Beyond(double bandwidths) => bandwidths > FarthestMass ? 0 : StandardNormal.Cdf(-bandwidths);
}
